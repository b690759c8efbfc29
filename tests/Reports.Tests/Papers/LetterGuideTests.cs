using EmrSec.Dossiers;
using EmrSec.Dossiers.Intake;
using EmrSec.Reports.Papers;
using EmrSec.Reports.Papers.Contents;
using EmrSec.Reports.Papers.Values;
using EmrSec.Reports.Templates.Dialect;
using EmrSec.Reports.Templates.Filling;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Packs;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>The guide to templates names all there is; its example of the dossier's section is read.</summary>
public sealed class LetterGuideTests
{
    private static readonly string Guide = Document("mau-van-ban.md");

    [Fact]
    public void Every_function_key_block_and_command_is_explained()
    {
        string[] words =
        [
            .. TemplateHelpers.Names, .. FrontMatterReader.Keys,
            .. BlockReader.Containers.Select(name => ":::" + name), .. TemplateReader.Directives.Select(name => "[[" + name),
        ];
        words.Where(word => !Guide.Contains("`" + word, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("request-approval")]
    [InlineData("request-appraisal")]
    [InlineData("request-opinion")]
    [InlineData("appraisal")]
    [InlineData("submission")]
    [InlineData("decision")]
    [InlineData("decision-plan")]
    [InlineData("yearly-report")]
    public void Every_value_of_a_letter_is_explained(string kind)
    {
        var request = LetterDossiers.Request(LetterDossiers.Nd85, 4);
        var values = CommonValues.Create(PaperKind.Find(kind)!, request);
        PaperContent.Of(PaperKind.Find(kind)!).AddValues(values, request);

        var names = Names(values.Raw).Distinct().ToList();
        names.Count.ShouldBeGreaterThan(30);
        names.Where(name => !Guide.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
        Guide.ShouldContain($"`{kind}.md`");
    }

    [Fact]
    public void The_example_of_the_papers_section_is_read_and_has_every_kind_of_key()
    {
        var document = Document("huong-dan.md");
        var example = document[(document.IndexOf("```yaml\npapers:\n", StringComparison.Ordinal) + 8)..];
        example = example[..example.IndexOf("```", StringComparison.Ordinal)];
        var facts = PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag()).Packs!.Facts;
        var read = new DossierReader(facts).ReadText("schema: emrsec.dossier/1\nfacility:\n  name: Bệnh viện mẫu\nsystems:\n  - id: emr\n    name: Bệnh án điện tử\n" + example, "dossier.yaml");

        read.Diagnostics.Items.ShouldBeEmpty();
        read.Dossier!.Papers.Select(paper => paper.Kind).ShouldBe(["request-appraisal", "appraisal", "submission", "decision", "yearly-report"]);
        read.Dossier.Papers[1].Result.ShouldBe(AppraisalResult.Fit);
        foreach (var key in new[] { "to", "issuer", "superior", "authority", "grounds", "expectedApproval" })
        {
            document.ShouldContain($"| `{key}", Case.Sensitive, key);
        }
    }

    private static IEnumerable<string> Names(IReadOnlyDictionary<string, object> values) => values.SelectMany(pair => pair.Value switch
    {
        AbsentNode => [pair.Key],
        IReadOnlyDictionary<string, object> inner => Names(inner).Append(pair.Key),
        object[] items => items.OfType<IReadOnlyDictionary<string, object>>().SelectMany(Names).Append(pair.Key),
        _ => [pair.Key],
    });

    private static string Document(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "EmrSec.sln")))
        {
            root = root.Parent;
        }

        return File.ReadAllText(Path.Combine(root.ShouldNotBeNull("the tests run inside the repository").FullName, "docs", name)).ReplaceLineEndings("\n");
    }
}
