using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;
using EmrSec.Rules.Obligations;

namespace EmrSec.Assessor.Cases;

/// <summary>A case as it is listed: with the clock that is due first, and whose turn it is.</summary>
/// <param name="Case">The case.</param>
/// <param name="State">Its state in words.</param>
/// <param name="Clock">The open clock that is due first; null where none is open.</param>
/// <param name="Turn">Whose turn it is; null where nothing is awaited.</param>
internal sealed record ListedCase(CaseFile Case, string State, CaseClock? Clock, ActorRole? Turn);

/// <summary>The cases of a store, what is overdue first.</summary>
internal static class CaseList
{
    /// <summary>Reads the cases; their clocks come from their steps alone, so that a province is listed without reading every dossier.</summary>
    public static List<ListedCase> Read(CaseDesk desk, CaseQuery query, DateOnly asOf, bool onlyDue)
    {
        var cases = desk.Store.Cases(query).Where(desk.MayRead).ToList();
        return
        [
            .. cases.Select(@case => Listed(desk, @case, asOf))
                .Where(each => !onlyDue || each.Clock is { Status: ObligationStatus.Overdue or ObligationStatus.DueSoon })
                .OrderBy(each => each.Clock is { Status: ObligationStatus.Overdue } ? 0 : each.Clock is null ? 2 : 1)
                .ThenBy(each => each.Clock?.Count.Due ?? DateOnly.MaxValue)
                .ThenBy(each => each.Case.Id),
        ];
    }

    public static Page Build(IReadOnlyList<ListedCase> cases, DateOnly asOf)
    {
        var overdue = cases.Count(each => each.Clock is { Status: ObligationStatus.Overdue });
        var page = new Page().Head(1, $"HỒ SƠ TRONG KHO, ngày {CaseText.Day(asOf)}: {cases.Count}{(overdue == 0 ? "" : $", quá hạn {overdue}")}");
        page.Table(
            ["Số", "Cơ sở", "Cấp độ", "Tình trạng", "Đến lượt", "Việc đến hạn"],
            [.. cases.Select(each => (IReadOnlyList<Span>)
            [
                each.Case.Id.ToString(), each.Case.FacilityName, each.Case.Level?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–", CaseWords.State(each.Case.State),
                each.Turn is { } turn ? CaseWords.Role(turn) : "–", each.Clock is { } clock ? Due(clock) : "–",
            ])]);
        return cases.Count > 0 ? page : page.Line("Không có hồ sơ nào.");
    }

    private static Span Due(CaseClock clock)
    {
        var standing = CasePage.Standing(clock);
        return standing with { Text = $"{clock.Clock.Title}: {standing.Text}" };
    }

    private static ListedCase Listed(CaseDesk desk, CaseFile @case, DateOnly asOf)
    {
        var steps = desk.Store.Steps(@case.Id);
        var procedure = @case.Regime is { } id && desk.Packs.FindRegime(id) is { } regime ? desk.Packs.ProcedureOf(regime) : null;
        return new ListedCase(@case, CaseView.StateOf(@case, steps), procedure is null ? null : CaseClocks.First(CaseClocks.Of(procedure, @case, steps, asOf)), CaseView.TurnOf(@case, steps, @case.Level));
    }
}
