using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks.Fields;
using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>The system that something belongs to: its id, shown with its name.</summary>
internal sealed class OwnerField(IReadOnlyList<(string Id, string Name)> systems) : Field("Hệ thống", "Chọn trong danh sách, hoặc gõ mã của hệ thống mới thêm ở trang Hệ thống.")
{
    private const string Between = " – ";

    // The list is a help to the eye; the id is what counts.
    private const int LongestName = 40;

    public override CellLook Look => CellLook.Choice;

    public override CellValue Show(YamlNode? value) => CellValue.Of((value as YamlScalar)?.Value is { } id ? Shown(id) : null);

    public override CellRule? Rule(ChoiceLists lists, CellAddress cell) => systems.Count == 0
        ? Message(RuleKind.Any, null, null, "", error: null)
        : Message(RuleKind.List, lists.Range(systems.Select(system => Shown(system.Id))), null, "", error: null);

    public override FieldReading Read(ReadCell cell, bool from1904)
    {
        var written = cell.Text.Trim();
        var at = written.IndexOf(Between, StringComparison.Ordinal);
        var id = at < 0 ? written : written[..at].Trim();
        return systems.Any(system => string.Equals(system.Id, id, StringComparison.Ordinal))
            ? new FieldReading(YamlTree.Plain(id))
            : FieldReading.Wrong("BT024", $"không có hệ thống nào mang mã «{Intake.YamlText.Shorten(id)}»", NearestName.Help(id, systems.Select(system => system.Id)) ?? $"các mã: {string.Join(", ", systems.Take(20).Select(system => system.Id))}");
    }

    private string Shown(string id)
    {
        var name = systems.FirstOrDefault(system => string.Equals(system.Id, id, StringComparison.Ordinal)).Name ?? "";
        return name.Length == 0 ? id : $"{id}{Between}{(name.Length > LongestName ? name[..LongestName].TrimEnd() + "…" : name)}";
    }
}
