using EmrSec.Rules.Crosswalks;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Pages;

/// <summary>Crosswalks between catalogues as people read them in <c>rules list</c> and <c>rules show</c>.</summary>
internal static class CrosswalkPages
{
    public static void List(Page page, RulePackSet packs)
    {
        foreach (var crosswalk in packs.Crosswalks)
        {
            page.Head(2, $"{crosswalk.Id} – {crosswalk.Title}");
            page.Line(Summary(crosswalk));
            page.Blank();
        }
    }

    /// <summary>The page of one crosswalk; null where there is none of that id.</summary>
    public static Page? Show(RulePackSet packs, string id)
    {
        if (packs.Crosswalks.FirstOrDefault(each => string.Equals(each.Id, id, StringComparison.OrdinalIgnoreCase)) is not { } crosswalk)
        {
            return null;
        }

        var page = new Page().Head(1, $"{crosswalk.Id} – {crosswalk.Title}");
        page.Item(0, "SHA-256: ", crosswalk.Sha256);
        page.Line(Summary(crosswalk));
        page.Table(
            ["Yêu cầu mới", "Cùng việc", "Một phần việc"],
            [.. crosswalk.Entries.Select(entry => (IReadOnlyList<Span>)[entry.To.Id, Sources(entry, CrosswalkExtent.Wholly), Sources(entry, CrosswalkExtent.Partly)])]);
        return page;
    }

    private static string Summary(Crosswalk crosswalk)
    {
        var wholly = crosswalk.Entries.Count(entry => entry.Sources.Any(source => source.Extent == CrosswalkExtent.Wholly));
        var none = crosswalk.Entries.Count(entry => entry.Sources.Count == 0);
        return $"{crosswalk.Entries.Count} yêu cầu mới: {wholly} có yêu cầu cũ nói cùng việc, {crosswalk.Entries.Count - wholly - none} có yêu cầu cũ nói một phần, {none} không có yêu cầu cũ nào. Cách đọc của EmrSec, không có trong văn bản nào.";
    }

    private static string Sources(CrosswalkEntry entry, CrosswalkExtent extent) =>
        string.Join(", ", entry.Sources.Where(source => source.Extent == extent).Select(source => source.Requirement.Id));
}
