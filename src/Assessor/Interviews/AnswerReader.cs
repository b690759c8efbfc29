using System.Globalization;
using System.Text;
using EmrSec.Rules.Conditions;
using EmrSec.Rules.Facts;

namespace EmrSec.Assessor.Interviews;

/// <summary>Understands what a person types as the answer to a question: a number from the list, a word, 20/09/2025, 10.000.</summary>
internal static class AnswerReader
{
    private static readonly string[] Yes = ["có", "co", "c", "đúng", "dung", "yes", "y", "true", "1"];
    private static readonly string[] No = ["không", "khong", "k", "sai", "no", "n", "false", "2"];
    private static readonly string[] None = ["none", "chưa", "chua", "không", "khong", "chưa có", "không có", "0"];
    private static readonly string[] DateForms = ["d/M/yyyy", "dd/MM/yyyy", "yyyy-MM-dd", "d-M-yyyy"];

    /// <summary>The value, or null with what is wrong in Vietnamese.</summary>
    /// <param name="fact">The fact asked for.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="latestDay">The last day that a date may be: what is done was done by then.</param>
    /// <param name="error">What is wrong.</param>
    public static FactValue? Read(FactDefinition fact, string typed, DateOnly latestDay, out string error)
    {
        var text = typed.Trim().Normalize();
        error = "";
        var value = fact.Type switch
        {
            FactType.Boolean => ReadBoolean(text),
            FactType.Enum => ReadOption(fact, text) is var index and >= 0 ? FactValue.OfOption(index) : (FactValue?)null,
            FactType.Set => ReadSet(fact, text),
            FactType.Integer => ReadInteger(fact, text),
            FactType.Date => ReadDate(fact, text, latestDay),
            _ => text.Length > 0 ? FactValue.Of(text) : null,
        };
        if (value is null)
        {
            error = Expected(fact, latestDay);
        }

        return value;
    }

    private static bool IsOneOf(string[] words, string text) => words.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static FactValue? ReadBoolean(string text) =>
        IsOneOf(Yes, text) ? FactValue.Of(true) : IsOneOf(No, text) ? FactValue.Of(false) : null;

    private static int ReadOption(FactDefinition fact, string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= fact.Options.Count)
        {
            return number - 1;
        }

        for (var i = 0; i < fact.Options.Count; i++)
        {
            if (string.Equals(fact.Options[i].Id, text, StringComparison.OrdinalIgnoreCase) || string.Equals(fact.Options[i].Label, text, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        // «bac ninh» for «tỉnh Bắc Ninh»: part of one label and of no other, marks or not.
        var plain = WithoutMarks(text);
        var matches = plain.Length < 3 ? [] : Enumerable.Range(0, fact.Options.Count).Where(i => WithoutMarks(fact.Options[i].Label).Contains(plain, StringComparison.Ordinal)).ToList();
        return matches.Count == 1 ? matches[0] : -1;
    }

    private static string WithoutMarks(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return string.Concat(letters).ToLowerInvariant().Replace('đ', 'd');
    }

    private static FactValue? ReadSet(FactDefinition fact, string text)
    {
        if (IsOneOf(None, text))
        {
            return fact.MinItems == 0 ? FactValue.OfItems(0) : null;
        }

        var items = 0L;
        foreach (var part in text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var index = ReadOption(fact, part);
            if (index < 0)
            {
                return null;
            }

            items |= 1L << index;
        }

        return items == 0 ? null : FactValue.OfItems(items);
    }

    private static FactValue? ReadInteger(FactDefinition fact, string text)
    {
        if (fact.AllowNone && IsOneOf(None, text))
        {
            return FactValue.None;
        }

        var digits = Ungroup(text);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= (fact.Min ?? FactCondition.Lowest) && number <= (fact.Max ?? FactCondition.Highest)
            ? FactValue.Of(number)
            : null;
    }

    // 10.000 and 10 000 are ten thousand; 10.5 is no whole number.
    private static string Ungroup(string text)
    {
        var groups = text.Split('.', ' ', ',');
        return groups.Length > 1 && groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3) ? string.Concat(groups) : text;
    }

    private static FactValue? ReadDate(FactDefinition fact, string text, DateOnly latestDay)
    {
        if (fact.AllowNone && IsOneOf(None, text))
        {
            return FactValue.None;
        }

        return DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= latestDay && day.Year >= 1945
            ? FactValue.Of(day)
            : null;
    }

    private static string Expected(FactDefinition fact, DateOnly latestDay) => fact.Type switch
    {
        FactType.Boolean => "hãy trả lời có hoặc không",
        FactType.Enum => "hãy gõ số thứ tự hoặc mã của một dòng trong danh sách",
        FactType.Set when fact.MinItems == 0 => "hãy gõ các số thứ tự, cách nhau dấu phẩy (ví dụ 1,3); không có gì thì gõ 0",
        FactType.Set => "hãy gõ các số thứ tự, cách nhau dấu phẩy (ví dụ 1,3); ít nhất một",
        FactType.Integer => $"hãy gõ một số nguyên{Bounds(fact)}{(fact.AllowNone ? $"; {fact.NoneLabel} thì gõ 0" : "")}",
        FactType.Date => $"hãy gõ ngày dạng 20/09/2025, không sau {FactText.Date(latestDay)}{(fact.AllowNone ? $"; {fact.NoneLabel} thì gõ: chưa" : "")}",
        _ => "hãy gõ câu trả lời",
    };

    private static string Bounds(FactDefinition fact) => (fact.Min, fact.Max) switch
    {
        ({ } min, { } max) => $" từ {FactText.Number(min)} đến {FactText.Number(max)}",
        ({ } min, _) => $" từ {FactText.Number(min)} trở lên",
        _ => "",
    };
}
