using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Fields;

/// <summary>A day, or a word that says it has not been.</summary>
internal sealed class DayField(string label, string help, string? none = null) : Field(label, help)
{
    // As dossiers are read: YamlValues.
    private static readonly DateOnly First = new(1945, 1, 1), Last = new(2199, 12, 31);

    private static readonly string[] Forms = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy/M/d"];

    // Serial 60 is a day that never was (Lotus's 29/02/1900); every day that we take is behind it.
    private static readonly DateOnly Zero1900 = new(1899, 12, 30), Zero1904 = new(1904, 1, 1);

    public override CellLook Look => CellLook.Day;

    public override CellValue Show(YamlNode? value) => value switch
    {
        YamlScalar { Value: "none" } when none is not null => CellValue.Of(none),
        YamlScalar scalar when DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => CellValue.Of(day.DayNumber - Zero1900.DayNumber),
        YamlScalar scalar => CellValue.Of(scalar.Value),
        _ => CellValue.Empty,
    };

    public override CellRule? Rule(ChoiceLists lists, CellAddress cell)
    {
        var (low, high) = (Serial(First), Serial(Last));
        const string How = "Ngày, gõ dạng 28/02/2026.";
        return none is null
            ? Message(RuleKind.Day, low, high, How, How)
            : Message(RuleKind.Formula, $"OR(AND(ISNUMBER({cell}),{cell}>={low},{cell}<={high}),{cell}=\"{none}\")", null, $"{How} Chưa làm thì gõ: {none}.", $"{How} Chưa làm thì gõ đúng: {none}. Chưa biết thì để trống.");
    }

    public override FieldReading Read(ReadCell cell, bool from1904)
    {
        var written = cell.Text.Trim();
        if (none is not null && string.Equals(written, none, StringComparison.OrdinalIgnoreCase))
        {
            return new FieldReading(YamlTree.Plain("none"));
        }

        var day = cell.Kind switch
        {
            ReadKind.Number => OfSerial(written, from1904 ? Zero1904 : Zero1900),
            ReadKind.Text => DateOnly.TryParseExact(written, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null,
            _ => (DateOnly?)null,
        };
        var how = $"gõ dạng 28/02/2026{(none is null ? "" : $", hoặc gõ: {none}")}; chưa biết thì để trống";
        return day switch
        {
            null => FieldReading.Wrong("BT014", $"«{Label}» phải là ngày, không nhận «{Intake.YamlText.Shorten(written)}»", how),
            { } known when known < First || known > Last => FieldReading.Wrong("BT014", $"«{Label}»: ngày {FactText.Date(known)} không hợp lý", how),
            { } known => new FieldReading(YamlTree.Plain(known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        };
    }

    // A time of the day behind the point says nothing here.
    private static DateOnly? OfSerial(string written, DateOnly zero) =>
        decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && serial is >= 0 and < 3_000_000 && zero.DayNumber + (long)serial <= DateOnly.MaxValue.DayNumber
            ? zero.AddDays((int)decimal.Truncate(serial))
            : null;

    private static string Serial(DateOnly day) => (day.DayNumber - Zero1900.DayNumber).ToString(CultureInfo.InvariantCulture);
}
