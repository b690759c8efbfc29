namespace EmrSec.Rules.Yaml;

/// <summary>Reads single values strictly: a quoted number is a text, 30 February is no day.</summary>
public static class YamlValues
{
    private const int FirstYear = 1945;
    private const int LastYear = 2199;

    private static readonly string[] DayFirst = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];

    /// <summary>A truth value, or null with an error.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="name">The name of what is read, for messages.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static bool? Boolean(YamlScalar scalar, string name, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(scalar);
        ArgumentNullException.ThrowIfNull(diagnostics);
        switch (scalar)
        {
            case { IsPlain: true, Value: "true" or "True" or "TRUE" }:
                return true;
            case { IsPlain: true, Value: "false" or "False" or "FALSE" }:
                return false;
            default:
                diagnostics.Error("KD006", scalar.Position, $"«{name}» nhận true (có) hoặc false (không), không nhận «{YamlObject.Quote(scalar.Value)}»", scalar.IsPlain ? null : "bỏ dấu nháy");
                return null;
        }
    }

    /// <summary>A whole number, or null with an error.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="name">The name of what is read, for messages.</param>
    /// <param name="min">Least value.</param>
    /// <param name="max">Greatest value.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static long? Integer(YamlScalar scalar, string name, long min, long max, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(scalar);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var written = YamlObject.Quote(scalar.Value);
        if (!scalar.IsPlain)
        {
            diagnostics.Error("KD007", scalar.Position, $"«{name}» phải là số, không phải chữ «{written}»", "bỏ dấu nháy");
            return null;
        }

        if (!long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            diagnostics.Error("KD007", scalar.Position, $"«{name}» phải là số nguyên, không nhận «{written}»", $"viết liền các chữ số, không dấu chấm, không đơn vị: {WithoutSeparators(scalar.Value) ?? "10000"}");
            return null;
        }

        if (number < min || number > max)
        {
            diagnostics.Error("KD008", scalar.Position, string.Create(CultureInfo.InvariantCulture, $"«{name}» phải từ {min} đến {max}, không nhận {number}"));
            return null;
        }

        return number;
    }

    /// <summary>A day, or null with an error.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="name">The name of what is read, for messages.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static DateOnly? Date(YamlScalar scalar, string name, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(scalar);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var written = YamlObject.Quote(scalar.Value);
        if (DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            if (date.Year is >= FirstYear and <= LastYear)
            {
                return date;
            }

            diagnostics.Error("KD005", scalar.Position, $"«{name}»: năm {written[..4]} không hợp lý");
            return null;
        }

        var looksIso = scalar.Value.Length == 10 && scalar.Value[4] == '-' && scalar.Value[7] == '-';
        diagnostics.Error(
            "KD005",
            scalar.Position,
            looksIso ? $"«{name}»: lịch không có ngày «{written}»" : $"«{name}» phải là ngày, không nhận «{written}»",
            looksIso ? "kiểm tra lại ngày và tháng (năm-tháng-ngày)" : $"viết năm-tháng-ngày{Iso(scalar.Value)}");
        return null;
    }

    /// <summary>Reports a word that is none of those allowed.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="name">The name of what is read, for messages.</param>
    /// <param name="words">The words allowed.</param>
    /// <param name="diagnostics">Receives the finding.</param>
    public static void WrongWord(YamlScalar scalar, string name, IEnumerable<string> words, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(scalar);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var known = words as IReadOnlyCollection<string> ?? [.. words];
        var help = diagnostics.IsFull ? null : NearestName.Help(scalar.Value, known) ?? $"các giá trị: {string.Join(", ", known)}";
        diagnostics.Error("KD004", scalar.Position, $"«{name}» không nhận giá trị «{YamlObject.Quote(scalar.Value)}»", help);
    }

    private static string Iso(string written) =>
        DateOnly.TryParseExact(written, DayFirst, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? $": {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
            : ", ví dụ 2026-02-28";

    // 10.000 and 10 000 are ten thousand in Vietnamese; 10.5 is no such number.
    private static string? WithoutSeparators(string written)
    {
        var groups = written.Split('.', ',', ' ');
        var grouped = groups.Length > 1 && groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3);
        return grouped && groups.All(group => group.All(char.IsAsciiDigit)) ? string.Concat(groups) : null;
    }
}
