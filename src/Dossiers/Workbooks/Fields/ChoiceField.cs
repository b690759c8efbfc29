using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Fields;

/// <summary>A choice that a cell takes.</summary>
/// <param name="Word">As the dossier writes it.</param>
/// <param name="Label">As the cell shows it.</param>
internal sealed record Choice(string Word, string Label);

/// <summary>One of a few values.</summary>
internal sealed class ChoiceField(string label, string help, IReadOnlyList<Choice> choices) : Field(label, help)
{
    /// <summary>Yes and no.</summary>
    public static IReadOnlyList<Choice> YesNo { get; } = [new("true", "Có"), new("false", "Không")];

    public IReadOnlyList<Choice> Choices { get; } = choices;

    public override CellLook Look => CellLook.Choice;

    public override CellValue Show(YamlNode? value) =>
        CellValue.Of(value is YamlScalar scalar ? Choices.FirstOrDefault(choice => string.Equals(choice.Word, scalar.Value, StringComparison.Ordinal))?.Label ?? scalar.Value : null);

    public override CellRule? Rule(ChoiceLists lists, CellAddress cell) =>
        Message(RuleKind.List, lists.Range(Choices.Select(choice => choice.Label)), null, "Chọn trong danh sách.", "Chỉ nhận một giá trị trong danh sách. Chưa biết thì để trống.");

    public override FieldReading Read(ReadCell cell, bool from1904)
    {
        var written = cell.Kind == ReadKind.Boolean ? (cell.Text is "1" ? "true" : "false") : cell.Text.Trim();
        return Find(written) is { } choice
            ? new FieldReading(YamlTree.Plain(choice.Word))
            : FieldReading.Wrong("BT013", $"«{Label}» không nhận «{Intake.YamlText.Shorten(written)}»", NearestName.Help(written, Choices.Select(known => known.Label)) ?? $"chọn trong danh sách: {string.Join("; ", Choices.Take(12).Select(known => known.Label))}{(Choices.Count > 12 ? "; …" : "")}");
    }

    private Choice? Find(string written) =>
        Choices.FirstOrDefault(choice => string.Equals(choice.Label, written, StringComparison.OrdinalIgnoreCase))
        ?? Choices.FirstOrDefault(choice => string.Equals(choice.Word, written, StringComparison.OrdinalIgnoreCase));
}
