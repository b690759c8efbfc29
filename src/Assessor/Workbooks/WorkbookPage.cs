using System.Globalization;
using EmrSec.Dossiers.Workbooks;

namespace EmrSec.Assessor.Workbooks;

/// <summary>What an import changed, for people.</summary>
internal static class WorkbookPage
{
    public static Page Build(string path, string output, WorkbookReading reading)
    {
        var page = new Page().Head(1, $"Nhập {Path.GetFileName(path)} vào {output}");
        Changes(page, reading.Changes);
        if (reading.LostComments.Count > 0)
        {
            page.Blank().Line(new Span(string.Create(CultureInfo.InvariantCulture, $"{reading.LostComments.Count} chú thích đi cùng phần đã bỏ hoặc viết lại:"), Tone.Warn));
            foreach (var comment in reading.LostComments)
            {
                page.Item(1, "– ", comment);
            }
        }

        return page;
    }

    /// <summary>A line for each change: what is new, what is different, what is no longer declared.</summary>
    public static void Changes(Page page, IReadOnlyList<DossierChange> changes)
    {
        page.Line(changes.Count == 0 ? "Không có gì thay đổi." : string.Create(CultureInfo.InvariantCulture, $"{changes.Count} thay đổi:"));
        foreach (var change in changes)
        {
            switch (change)
            {
                case { Before: null }:
                    page.Item(1, "+ ", new Span(change.Where, Tone.Good), $": {change.After}");
                    break;
                case { After: null }:
                    page.Item(1, "− ", new Span(change.Where, Tone.Warn), $": không còn khai (trước: {change.Before})");
                    break;
                default:
                    page.Item(1, "~ ", new Span(change.Where), $": {change.Before} → {change.After}");
                    break;
            }
        }
    }
}
