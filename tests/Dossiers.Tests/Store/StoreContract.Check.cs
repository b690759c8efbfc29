using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Tests.Store;

public abstract partial class StoreContract
{
    [Fact]
    public void A_store_as_it_was_written_is_sound()
    {
        Fill();
        var result = Check();
        result.Findings.ShouldBeEmpty();
        result.IsSound.ShouldBeTrue();
        result.Head.Number.ShouldBe(Store.Audit().Last().Number);
        result.Head.Hash.ShouldBe(Store.Audit().Last().Hash);
        result.Files.ShouldBe(2);
        result.Rows.ShouldBeGreaterThan(15);
        Check(TrailHead.Parse(result.Head.ToString())).IsSound.ShouldBeTrue();
    }

    [Fact]
    public void Any_value_changed_in_any_row_is_found_and_named()
    {
        Fill();
        using var session = Raw();
        foreach (var table in StoreTables.All)
        {
            var row = session.Query($"{table.Select} ORDER BY {table.Key}", cursor => cursor.Row(table))[0];
            for (var i = table.KeyCount; i < row.Length; i++)
            {
                var changed = (object?[])row.Clone();
                changed[i] = Other(row[i], table.Columns[i].Kind);
                Run(session, table.Put, table.Kept(changed));
                var found = Check();
                found.IsSound.ShouldBeFalse($"{table.Name}.{table.Columns[i].Name}");
                found.Findings.ShouldContain(finding => finding.Code == "KH051" || finding.Code == "KH055" || finding.Code == "KH059", $"{table.Name}.{table.Columns[i].Name}");
                Run(session, table.Put, table.Kept(row));
            }
        }

        Check().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Rows_taken_out_or_put_in_are_found_and_named()
    {
        Fill();
        using var session = Raw();
        foreach (var table in StoreTables.Audited.Where(table => table != StoreTables.Cases && table != StoreTables.Runs))
        {
            var row = session.Query($"{table.Select} ORDER BY {table.Key}", cursor => cursor.Row(table))[0];
            Run(session, $"DELETE FROM {table.Name} WHERE {table.Equal(0, table.KeyCount)}", row[..table.KeyCount]);
            Check().Findings.ShouldContain(finding => finding.Code == "KH057", table.Name);
            Run(session, table.Insert, table.Kept(row));

            var added = (object?[])row.Clone();
            added[table.KeyCount - 1] = table == StoreTables.CaseFacts ? 2L : Other(row[table.KeyCount - 1], table.Columns[table.KeyCount - 1].Kind);
            if (table != StoreTables.CaseFacts)
            {
                Run(session, table.Insert, table.Kept(added));
                Check().Findings.ShouldContain(finding => finding.Code == "KH056", table.Name);
                Run(session, $"DELETE FROM {table.Name} WHERE {table.Equal(0, table.KeyCount)}", added[..table.KeyCount]);
            }
        }

        Run(session, "DELETE FROM run_outcomes WHERE facility = '27-002'");
        Check().Findings.ShouldContain(finding => finding.Code == "KH059");
    }

    [Fact]
    public void Entries_taken_out_of_the_trail_or_swapped_are_found_and_a_cut_tail_by_its_head()
    {
        Fill();
        var head = Check().Head;
        using var session = Raw();
        var table = StoreTables.Audit;
        object?[] Entry(long number) => session.Query($"{table.Select} WHERE number = @p0", cursor => cursor.Row(table), number)[0];

        var fourth = Entry(4);
        Run(session, "DELETE FROM audit WHERE number = 4");
        Check().Findings.ShouldContain(finding => finding.Code == "KH052");
        Run(session, table.Insert, fourth);

        var (five, six) = (Entry(5), Entry(6));
        Run(session, table.Put, [5L, .. six[1..]]);
        Run(session, table.Put, [6L, .. five[1..]]);
        Check().Findings.ShouldContain(finding => finding.Code == "KH053");
        Run(session, table.Put, five);
        Run(session, table.Put, six);
        Check(head).Findings.ShouldBeEmpty();

        Run(session, "DELETE FROM audit WHERE number = @p0", head.Number);
        Check(head).Findings.ShouldContain(finding => finding.Code == "KH054");
    }

    [Fact]
    public void An_entry_written_anew_with_a_right_hash_breaks_the_chain_behind_it()
    {
        Fill();
        using var session = Raw();
        var table = StoreTables.Audit;
        var row = session.Query($"{table.Select} WHERE number = 3", cursor => cursor.Row(table))[0];
        row[2] = "người khác";
        row[^1] = null;
        row[^1] = EmrSec.Dossiers.Store.Trail.RowDigest.Of(table, row);
        Run(session, table.Put, row);
        Check().Findings.ShouldContain(finding => finding.Code == "KH053" && finding.Message.Contains("số 4"));
    }

    [Fact]
    public void A_file_that_belongs_to_nothing_is_told_and_no_error()
    {
        Fill();
        var loose = Upload("không ai dùng");
        var found = Check();
        found.IsSound.ShouldBeTrue();
        found.Findings.ShouldHaveSingleItem().Message.ShouldContain(loose.Sha256);
    }

    protected StoreCheckResult Check(TrailHead? head = null) => StoreCare.Check(Place, head);

    /// <summary>A row or more in every table.</summary>
    protected void Fill()
    {
        var opened = Open();
        Open("27-002");
        var (one, two) = (Upload("quy chế"), Upload("%PDF-1.7"));
        Store.Write(Nurse, "lý do", writer =>
        {
            writer.Put(new StoreUser("lan", "Nguyễn Thị Lan", [ActorRole.Facility], "27-001", "lan@example.vn"));
            writer.Revise(opened, Revision("{\"a\":2}"));
            writer.Enter(new EvidenceRecord(opened.Id, "Quy chế.pdf", 0, one.Sha256, one.Size, "application/pdf", ["tt12.m.1.1.1"], Day, Day.AddYears(1), "", default));
            return true;
        });
        Store.Write(Officer, null, writer =>
        {
            var stepped = writer.Step(writer.Find(opened.Id)! with { Level = 2, Regime = "nd85-2016" }, CaseState.Submitted, "case.submit", Day, two.Sha256);
            writer.File(new FiledPaper(stepped.Id, "decision", two.Sha256, two.Size, "a.pdf", 2, ["A"], "", default));
            writer.Amend(writer.Comment(new ReviewComment(stepped.Id, 0, 2, "a", "b", "", default, null, null, null, false)) with { Reply = "c" });
            writer.Keep(new StoredAssessment(stepped.Id, 2, Day, ["p"], new byte[] { 1 }, Clock.Now));
            writer.Note("case.export", "27-001.1", "{\"file\":\"a\"}");
            return true;
        });
        var run = Store.Runs.Enter(Begin(), [Outcome("27-001"), Outcome("27-002")]);
        Store.Runs.Finish(run, Officer, "d", [new OutgoingDigest(run.Id, "smtp", "lan@example.vn", "s", "b", 0, Clock.Now, null, null)]);
    }

    /// <summary>A session that knows nothing of audit trails.</summary>
    private protected abstract Session Raw();

    private static void Run(Session session, string sql, params object?[] args) => session.Write(() => session.Execute(sql, args), () => false);

    private static object Other(object? value, ColumnKind kind) => kind switch
    {
        ColumnKind.Integer => value is long number ? number + 1000 : 7L,
        ColumnKind.Bytes or ColumnKind.Packed => new byte[] { 42 },
        _ => value is string text ? text + "x" : "khác",
    };
}
