using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Fields;

/// <summary>A whole number, or a word that says there is none.</summary>
internal sealed class NumberField(string label, string help, long min, long max, string? none = null) : Field(label, help)
{
    public override CellLook Look => CellLook.Number;

    public override CellValue Show(YamlNode? value) => value switch
    {
        YamlScalar { Value: "none" } when none is not null => CellValue.Of(none),
        YamlScalar scalar when long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => CellValue.Of(number),
        YamlScalar scalar => CellValue.Of(scalar.Value),
        _ => CellValue.Empty,
    };

    public override CellRule? Rule(ChoiceLists lists, CellAddress cell)
    {
        var (low, high) = (min.ToString(CultureInfo.InvariantCulture), max.ToString(CultureInfo.InvariantCulture));
        var bounds = $"Số nguyên từ {FactText.Number(min)} đến {FactText.Number(max)}, gõ liền các chữ số.";
        return none is null
            ? Message(RuleKind.Whole, low, high, bounds, bounds)
            : Message(RuleKind.Formula, $"OR(AND(ISNUMBER({cell}),{cell}>={low},{cell}<={high}),{cell}=\"{none}\")", null, $"{bounds} Hoặc gõ: {none}.", $"{bounds} Hoặc gõ: {none}.");
    }

    public override FieldReading Read(ReadCell cell, bool from1904)
    {
        var written = cell.Text.Trim();
        if (none is not null && string.Equals(written, none, StringComparison.OrdinalIgnoreCase))
        {
            return new FieldReading(YamlTree.Plain("none"));
        }

        if (cell is { Kind: ReadKind.Boolean } or { IsDay: true } || Number(cell, written) is not { } number)
        {
            return FieldReading.Wrong("BT015", $"«{Label}» phải là số nguyên, không nhận «{Intake.YamlText.Shorten(written)}»", $"gõ liền các chữ số{(none is null ? "" : $", hoặc gõ: {none}")}");
        }

        return number >= min && number <= max
            ? new FieldReading(YamlTree.Plain(number.ToString(CultureInfo.InvariantCulture)))
            : FieldReading.Wrong("BT015", $"«{Label}» phải từ {FactText.Number(min)} đến {FactText.Number(max)}, không nhận {FactText.Number(number)}", null);
    }

    // A number may be written 850, 850.0 or 8.5E2; a text of digits may have its thousands apart.
    private static long? Number(ReadCell cell, string written)
    {
        if (cell.Kind == ReadKind.Number)
        {
            return decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number) && Math.Abs(number) <= FactValue.NumberLimit ? (long)number : null;
        }

        var groups = written.Split('.', ',', ' ', '\u00a0', '\u202f');
        var isGrouped = groups.Length == 1 || (groups[0].TrimStart('-').Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3));
        return isGrouped && long.TryParse(string.Concat(groups), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;
    }
}
