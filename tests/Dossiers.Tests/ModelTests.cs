using System.Reflection;
using System.Runtime.CompilerServices;

namespace EmrSec.Dossiers.Tests;

public sealed class ModelTests
{
    [Fact]
    public void Nothing_public_can_be_changed_once_it_is_made()
    {
        var types = typeof(Dossier).Assembly.GetExportedTypes();
        // What exceptions have from the framework is not ours to close.
        types.SelectMany(type => type.GetProperties())
            .Where(property => property.DeclaringType != typeof(Exception))
            .Where(property => property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .ShouldBeEmpty();
        types.Where(type => !type.IsEnum).SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance)).ShouldBeEmpty();
    }

    [Fact]
    public void Words_of_the_file_and_values_of_the_model_go_together()
    {
        DossierSchema.StatusWords.Select(Plain).ShouldBe(Enum.GetNames<AnswerStatus>().Select(Plain));
        DossierSchema.ZoneWords.Select(Plain).ShouldBe(Enum.GetNames<ZoneKind>().Select(Plain));

        DossierSchema.RedundancyWords[..3].Select(Plain).ShouldBe(Enum.GetNames<DeviceRedundancy>()[..3].Select(Plain));

        static string Plain(string word) => word.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
    }
}
