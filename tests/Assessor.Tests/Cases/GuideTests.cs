using System.Text;
using System.Text.RegularExpressions;
using EmrSec.Assessor.Tests.Signatures;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Bulk;
using EmrSec.Rules.Packs;
using EmrSec.Signing.Tests;

namespace EmrSec.Assessor.Tests.Cases;

/// <summary>The guide of the way is walked: every command that it shows is called, in its order, on a store that was not there before.</summary>
public sealed partial class GuideTests : IDisposable
{
    private readonly SigningDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void The_guide_leads_from_a_fresh_store_to_a_dossier_in_force_with_three_signed_papers()
    {
        Prepare();
        var called = 0;
        foreach (var line in Blocks().Matches(File.ReadAllText(Path.Combine(ProgramRun.Root, "docs", "quy-trinh.md"))).SelectMany(block => block.Groups[1].Value.Split('\n')).Where(line => line.StartsWith("$ emrsec ", StringComparison.Ordinal)))
        {
            string[] args = [.. Words().Matches(line["$ emrsec ".Length..]).Select(word => InFolder(word.Value.Trim('"')))];
            Edit(args);
            var outcome = ProgramRun.Call([.. args, .. Where(args)]);
            outcome.ExitCode.ShouldBe(0, $"{line}\n{outcome.Errors}");
            called++;
        }

        called.ShouldBeGreaterThan(30);
        using var store = DossierStores.Open(_desk.Path("kho.db"), TimeProvider.System);
        var @case = store.FindLatest("27-901").ShouldNotBeNull();
        @case.State.ShouldBe(CaseState.InForce);
        store.Papers(@case.Id).Where(paper => paper.Signers.Count > 0).Select(paper => paper.Kind).ShouldBe(["request-appraisal", "appraisal", "decision"]);
        TellsItsDays(store);
    }

    /// <summary>What re-assessment reads holds the days of the steps, though the facility never wrote them.</summary>
    private static void TellsItsDays(IDossierStore store)
    {
        var packs = PackLoader.Load(PackSource.BuiltIn(), new EmrSec.Rules.Diagnostics.DiagnosticBag()).Packs!;
        var layout = FacilityLayout.Of(packs);
        var facts = store.Facts(new CaseQuery()).Single();
        facts.Layout.ShouldBe(layout.Name);
        var profile = FlatBytes.Read(layout, facts.Facts.Span).ShouldNotBeNull().ToProfile();
        profile.Milestones.TryGet(packs.Facts.Find("milestones.dossierApproved")!, out var approved).ShouldBeTrue();
        approved!.Value.Date.ShouldBe(new DateOnly(2026, 10, 30));
        profile.Processing!.Complete.ShouldBe(new DateOnly(2026, 10, 13));
        profile.Processing.Decided.ShouldBe(new DateOnly(2026, 10, 30));
    }

    private void Prepare()
    {
        File.WriteAllText(_desk.Path("ho-so.yaml"), CaseDossiers.Text(CaseDossiers.Nd331, 3, new DateOnly(2026, 10, 8)));
        _desk.AddKey("benhvien.p12", TestAuthority.Head);
        _desk.AddKey("thamdinh.p12", TestAuthority.Appraiser);
        _desk.AddKey("so.p12", TestAuthority.Approver);
        _desk.Add("danh-sach.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n"));
        Environment.SetEnvironmentVariable("PIN", SigningDesk.Password);
    }

    // What the reader of the guide does in an editor between two commands.
    private static void Edit(string[] args)
    {
        if (args is ["case", "revise", _, var file, ..])
        {
            var text = File.ReadAllText(file);
            File.WriteAllText(file, file.EndsWith("sua.yaml", StringComparison.Ordinal)
                ? text.Replace("users: 520", "users: 524", StringComparison.Ordinal)
                : text.Replace("\ndocuments:\n", "\ndocuments:\n  securityRegulation: { number: 05/QĐ-BVĐKM, issued: 2026-10-27, issuedBy: Giám đốc Bệnh viện }\n", StringComparison.Ordinal));
        }
    }

    private string[] Where(string[] args) =>
    [
        .. args[0] is "case" or "store" ? new[] { "--store", _desk.Path("kho.db") } : [],
        .. args[0] is "sign" || args.Contains("--signed") ? new[] { "--trust", _desk.Path("root.pem") } : [],
    ];

    private string InFolder(string word) => word.EndsWith(".yaml", StringComparison.Ordinal) || word.EndsWith(".pdf", StringComparison.Ordinal) || word.EndsWith(".p12", StringComparison.Ordinal) ? _desk.Path(word) : word;

    [GeneratedRegex(@"```console\n(.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"""[^""]*""|\S+", RegexOptions.None, 1000)]
    private static partial Regex Words();
}
