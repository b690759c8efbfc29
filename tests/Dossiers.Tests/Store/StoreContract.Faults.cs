using EmrSec.Dossiers.Store;
using EmrSec.StoreFaults;

namespace EmrSec.Dossiers.Tests.Store;

public abstract partial class StoreContract
{
    /// <summary>Two hundred are run by hand: see docs/kho-ho-so.md.</summary>
    [Fact]
    public void Killed_at_random_points_a_writer_loses_nothing_acknowledged_and_leaves_nothing_half_there()
    {
        _ = Store;
        var report = KillHarness.Run(Place, kills: 6, seed: 20261121, TextWriter.Null);
        report.Faults.ShouldBeEmpty();
        report.Acknowledged.ShouldBeGreaterThanOrEqualTo(report.Kills);
        report.Entries.ShouldBeGreaterThan(report.Kills);
    }

    [Fact]
    public async Task Two_programs_write_at_once_and_neither_loses_anything()
    {
        _ = Store;
        using var one = KillHarness.Start("work", Place, "1", "60");
        using var two = KillHarness.Start("work", Place, "2", "60");
        var (said, also) = (one.StandardOutput.ReadToEndAsync(), two.StandardOutput.ReadToEndAsync());
        await one.WaitForExitAsync();
        await two.WaitForExitAsync();
        (one.ExitCode, two.ExitCode).ShouldBe((0, 0), await one.StandardError.ReadToEndAsync() + await two.StandardError.ReadToEndAsync());
        string[] lines = [.. (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries), .. (await also).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        lines.Length.ShouldBeGreaterThanOrEqualTo(120);
        var judge = new Judge(Place);
        judge.Look(lines);
        judge.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Evidence_taken_away_is_found_and_named()
    {
        Fill();
        var evidence = Store.Evidence(OldCase).Single();
        DamageFile(evidence.Sha256, isTakenAway: true);
        var finding = Check().Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("KH060");
        finding.Message.ShouldContain("«Quy chế.pdf» của hồ sơ 27-001.1");
        Store.Blobs.Open(evidence.Sha256).ShouldBeNull();
        Should.Throw<StoreException>(() => StoreArchives.Backup(Place, _backups.File("kho.zip"), Clock)).Code.ShouldBe("KH024");

        Upload("quy chế").Sha256.ShouldBe(evidence.Sha256);
        Check().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Evidence_altered_is_found_and_named()
    {
        Fill();
        var evidence = Store.Evidence(OldCase).Single();
        using (var whole = Store.Blobs.OpenVerified(evidence.Sha256).ShouldNotBeNull())
        {
            using var content = new MemoryStream();
            whole.CopyTo(content);
            content.Length.ShouldBe(evidence.Size);
        }

        DamageFile(evidence.Sha256, isTakenAway: false);
        using (var altered = Store.Blobs.OpenVerified(evidence.Sha256).ShouldNotBeNull())
        {
            Should.Throw<StoreException>(() => altered.CopyTo(Stream.Null)).Code.ShouldBe("KH020");
        }

        var finding = Check().Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("KH061");
        finding.Message.ShouldContain("«Quy chế.pdf» của hồ sơ 27-001.1");
    }

    [Fact]
    public void What_is_read_of_a_dossier_is_what_was_written_or_an_error()
    {
        Fill();
        using var session = Raw();
        Run(session, "UPDATE revisions SET content = @p0, packing = NULL WHERE revision = 2", System.Text.Encoding.UTF8.GetBytes("{\"a\":3}"));
        Should.Throw<StoreException>(() => Store.Content(OldCase, 2)).Code.ShouldBe("KH020");
        Should.Throw<StoreException>(() => Store.Contents(new CaseQuery()).Count()).Code.ShouldBe("KH020");
        Store.Content(OldCase, 1).ShouldNotBeNull();
        Run(session, "UPDATE revisions SET packing = 999999999999 WHERE revision = 2");
        Should.Throw<StoreException>(() => Store.Content(OldCase, 2)).Code.ShouldBe("KH020");
        string.Join(' ', Check().Findings.Select(finding => finding.Code)).ShouldContain("KH064");
    }

    /// <summary>Damages a file behind the store's back.</summary>
    /// <param name="sha256">Its hash.</param>
    /// <param name="isTakenAway">Whether it is gone; else one byte is another.</param>
    protected abstract void DamageFile(string sha256, bool isTakenAway);
}
