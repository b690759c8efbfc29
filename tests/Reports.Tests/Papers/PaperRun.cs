using EmrSec.Dossiers;
using EmrSec.Dossiers.Intake;
using EmrSec.Reports.Papers;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Packs;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>Makes papers of the samples, with the laws built in and a frozen clock.</summary>
internal static class PaperRun
{
    public static readonly DateTimeOffset Created = new(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(7));
    public static readonly DateOnly AsOf = new(2026, 11, 21);
    private static readonly PaperMaker Maker = new(new TemplateEngine());

    public static RulePackSet Packs { get; } = PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag()).Packs!;

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Samples { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "samples"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> EverySample => [.. Samples];

    public static TheoryData<string, string> EverySampleAndLaw
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var sample in Samples)
            {
                foreach (var law in Packs.Regimes)
                {
                    data.Add(sample, law.Header.Id);
                }
            }

            return data;
        }
    }

    /// <summary>A sample; some of its text put in place of other text, which must be there.</summary>
    public static Dossier Sample(string name, params (string Old, string New)[] edits)
    {
        var text = File.ReadAllText(Path.Combine(Root, "samples", name + ".yaml"));
        foreach (var (old, replacement) in edits)
        {
            text.ShouldContain(old);
            text = text.Replace(old, replacement, StringComparison.Ordinal);
        }

        var read = new DossierReader(Packs.Facts).ReadText(text, $"samples/{name}.yaml");
        read.Diagnostics.Items.Where(item => item.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return read.Dossier.ShouldNotBeNull();
    }

    public static Assessment Assess(Dossier dossier, DateOnly? asOf = null, string? regime = null) =>
        FacilityAssessor.Assess(Packs, dossier.ToProfile(), new AssessmentOptions(asOf ?? AsOf, regime));

    public static PaperRequest Request(Dossier dossier, Assessment? assessment = null, Assessment? previous = null, params IReadOnlyList<string> systems) =>
        new(dossier, Packs, assessment ?? Assess(dossier), systems) { Created = Created, Previous = previous };

    public static MadePaper Make(string kind, PaperRequest request) => Maker.Make(PaperKind.Find(kind)!, request);

    /// <summary>A paper that must be made, without a finding.</summary>
    public static Reports.Documents.Document Made(string kind, PaperRequest request)
    {
        var made = Make(kind, request);
        made.WhyNot.ShouldBeNull();
        made.Diagnostics.ShouldBeEmpty();
        made.Missing.ShouldBeEmpty();
        return made.Document.ShouldNotBeNull();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EmrSec.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("EmrSec.sln not found above the tests");
    }
}
