using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Fields;

/// <summary>A free text.</summary>
internal class TextField(string label, string help) : Field(label, help)
{
    // Digits of a whole number that a spreadsheet keeps exactly.
    private const int ExactDigits = 15;

    public override CellLook Look => CellLook.Text;

    public override CellValue Show(YamlNode? value) => CellValue.Of(Fit(Text(value)));

    public override CellRule? Rule(ChoiceLists lists, CellAddress cell) =>
        Help.Length == 0 ? null : Message(RuleKind.Any, null, null, "", error: null) with { Message = Help };

    public override FieldReading Read(ReadCell cell, bool from1904) => cell switch
    {
        { Kind: ReadKind.Boolean } => FieldReading.Wrong("BT016", $"«{Label}» là chữ, ô này lại là giá trị {(cell.Text is "1" ? "TRUE" : "FALSE")}", "gõ lại, thêm dấu nháy đơn ở đầu ô"),
        { Kind: ReadKind.Number, IsDay: true } => FieldReading.Wrong("BT016", $"«{Label}» là chữ, chương trình bảng tính đã đổi thành ngày", "gõ lại, thêm dấu nháy đơn ở đầu ô"),
        { Kind: ReadKind.Number } when !IsExact(cell.Text) => FieldReading.Wrong("BT016", $"«{Label}» là chữ, chương trình bảng tính đã đổi thành số {cell.Text} và có thể đã mất chữ số", "gõ lại, thêm dấu nháy đơn ở đầu ô"),
        _ when YamlCharacters.FindBad(cell.Text) is >= 0 and var bad => FieldReading.Wrong("BT016", $"«{Label}» {YamlCharacters.Describe(cell.Text[bad])}", "gõ lại nội dung ô này"),
        _ => Value(cell.Text.Trim()),
    };

    /// <summary>What the text says.</summary>
    protected virtual FieldReading Value(string text) => new(YamlTree.Text(text));

    /// <summary>The text that the cell shows.</summary>
    protected virtual string? Text(YamlNode? value) => (value as YamlScalar)?.Value;

    // A text that no cell holds is carried by the hidden sheet; what stands here is not taken for it.
    private static string? Fit(string? text) => text is { Length: > CellValue.MaxText }
        ? string.Create(CultureInfo.InvariantCulture, $"[văn bản dài {text.Length} ký tự, quá sức chứa của một ô ({CellValue.MaxText}): giữ nguyên trong hồ sơ; muốn thay thì viết nội dung mới vào đây]")
        : text;

    private static bool IsExact(string number) => number.Length <= ExactDigits && number.All(char.IsAsciiDigit);
}
