using System.Reflection;
using System.Text;

namespace EmrSec.Assessor.Tests;

/// <summary>
/// What others rely on, as committed text: the program's help and the libraries' public names. A change shows up in review;
/// to accept it, run the tests once with EMRSEC_APPROVE=1.
/// </summary>
public class ApprovalTests
{
    private static readonly string[][] Commands =
    [
        [], ["assess"], ["clocks"], ["report"], ["pack"], ["pack", "verify"], ["dossier"], ["dossier", "new"], ["dossier", "ask"],
        ["rules"], ["rules", "list"], ["rules", "show"], ["rules", "check"], ["rules", "gaps"], ["rules", "test"], ["rules", "impact"],
        ["sign"], ["extend"], ["verify"], ["reassess"], ["lab"], ["lab", "generate"],
    ];

    [Fact]
    public void Help_of_every_command()
    {
        var text = new StringBuilder();
        foreach (var command in Commands)
        {
            var outcome = ProgramRun.Call([.. command, "--help"]);
            outcome.ExitCode.ShouldBe(0);
            text.Append("$ emrsec ").AppendJoin(' ', command.Append("--help")).Append('\n').Append(outcome.Output).Append('\n');
        }

        Approve("help.txt", text.ToString());
    }

    [Fact]
    public void Text_of_the_bac_ninh_sample() =>
        Approve("bac-ninh-hospital.txt", ProgramRun.Call("assess", ProgramRun.Sample("bac-ninh-hospital"), "--as-of", "2026-11-21").Output);

    [Fact]
    public void Text_of_the_incomplete_sample() =>
        Approve("incomplete.txt", ProgramRun.Call("assess", ProgramRun.Sample("incomplete"), "--as-of", "2026-11-21").Output);

    [Theory]
    [InlineData("EmrSec.Rules")]
    [InlineData("EmrSec.Dossiers")]
    public void Public_names(string assembly)
    {
        var lines = Assembly.Load(assembly).GetExportedTypes()
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => Members(type).Order(StringComparer.Ordinal).Select(member => $"{type.FullName}: {member}").Prepend($"{type.FullName}"));

        Approve($"{assembly}.txt", string.Join('\n', lines) + "\n");
    }

    private static IEnumerable<string> Members(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is not MethodBase { IsSpecialName: true } and not Type && !member.Name.StartsWith('<'))
        .Where(member => member.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "<Clone>$" or "EqualityContract"))
        .Select(member => member switch
        {
            MethodInfo method => $"{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))}) {method.ReturnType.Name}",
            PropertyInfo property => $"{property.Name} {property.PropertyType.Name}",
            FieldInfo field => $"{field.Name} {field.FieldType.Name}",
            _ => member.Name,
        });

    internal static void Approve(string name, string actual)
    {
        var path = Path.Combine(ProgramRun.Root, "tests", "Assessor.Tests", "Approved", name);
        if (Environment.GetEnvironmentVariable("EMRSEC_APPROVE") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        File.Exists(path).ShouldBeTrue($"{name} was never approved");
        actual.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
