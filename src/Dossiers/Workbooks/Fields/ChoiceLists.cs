using EmrSec.Dossiers.Workbooks.Spreadsheets;

namespace EmrSec.Dossiers.Workbooks.Fields;

/// <summary>The lists of choices, each once in a column of a hidden sheet: a list within a rule may hold neither commas nor more than 255 characters.</summary>
internal sealed class ChoiceLists(string sheet)
{
    private readonly List<(string Key, IReadOnlyList<string> Items)> _lists = [];

    /// <summary>The range of a list, as formulas write it.</summary>
    public string Range(IEnumerable<string> items)
    {
        string[] list = [.. items];
        var key = string.Join('\n', list);
        var at = _lists.FindIndex(known => string.Equals(known.Key, key, StringComparison.Ordinal));
        if (at < 0)
        {
            at = _lists.Count;
            _lists.Add((key, list));
        }

        var column = CellAddress.Letters(at + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{XlsxWriter.Quoted(sheet)}!${column}$1:${column}${list.Length}");
    }

    /// <summary>The sheet that holds them.</summary>
    public SheetPlan Sheet()
    {
        var plan = new SheetPlan(sheet) { Visibility = "hidden", Widths = [.. _lists.Select(_ => 30.0).DefaultIfEmpty(10)] };
        var rows = _lists.Count == 0 ? 0 : _lists.Max(list => list.Items.Count);
        for (var i = 0; i < rows; i++)
        {
            plan.Rows.Add(new PlannedRow([.. _lists.Select(list => i < list.Items.Count ? PlannedCell.Of(CellLook.Locked, list.Items[i]) : null)]));
        }

        return plan;
    }
}
