using System.Reflection;
using EmrSec.Reports.Pdf;

namespace EmrSec.Reports.Tests;

/// <summary>
/// What others rely on, as committed text: the public names of a room. A change shows up in review; to accept it, run the tests
/// once with EMRSEC_APPROVE=1.
/// </summary>
public sealed class PublicNameTests
{
    [Theory]
    [InlineData("EmrSec.Reports.Documents")]
    [InlineData("EmrSec.Reports.Pdf")]
    public void Public_names(string room)
    {
        var lines = typeof(PdfWriter).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == room)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => Members(type).Order(StringComparer.Ordinal).Select(member => $"{type.Name}: {member}").Prepend(type.Name));
        var actual = string.Join('\n', lines) + "\n";

        var path = Path.Combine(Root(), "tests", "Reports.Tests", "Approved", room + ".txt");
        if (Environment.GetEnvironmentVariable("EMRSEC_APPROVE") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        File.Exists(path).ShouldBeTrue($"{room} was never approved");
        actual.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static IEnumerable<string> Members(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is not MethodBase { IsSpecialName: true } and not Type && !member.Name.StartsWith('<'))
        .Where(member => member.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "EqualityContract" or "value__"))
        .Select(member => member switch
        {
            MethodInfo method => $"{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))}) {method.ReturnType.Name}",
            PropertyInfo property => $"{property.Name} {property.PropertyType.Name}",
            FieldInfo field => $"{field.Name} {field.FieldType.Name}",
            _ => member.Name,
        });

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "EmrSec.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no EmrSec.sln above the tests");
        }

        return folder;
    }
}
