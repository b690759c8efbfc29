using System.Collections;
using HandlebarsDotNet;

namespace EmrSec.Reports.Templates.Filling;

/// <summary>The functions a template may call, and those the scanner puts around every value.</summary>
internal static class TemplateHelpers
{
    private static readonly SortedDictionary<string, Func<HelperCall, object?>> Functions = new(StringComparer.Ordinal)
    {
        ["add"] = call => call.Number(0) is { } a && call.Number(1) is { } b ? a + b : null,
        ["and"] = call => call.All.All(IsThere),
        ["count"] = call => call.List(0) is { } items ? (decimal)items.Length : null,
        ["date"] = call => call.Date(0) is { } date ? VietnameseText.Date(date) : null,
        ["eq"] = call => call.Compare((a, b) => Equals(a, b)),
        ["ge"] = call => call.Order(order => order >= 0),
        ["gt"] = call => call.Order(order => order > 0),
        ["join"] = call => call.List(0) is { } items ? string.Join(call.Count > 1 ? call.Text(1) : ", ", items.Select(HelperCall.Printed)) : null,
        ["le"] = call => call.Order(order => order <= 0),
        ["longDate"] = call => call.Date(0) is { } date ? VietnameseText.LongDate(date) : null,
        ["lt"] = call => call.Order(order => order < 0),
        ["ne"] = call => call.Compare((a, b) => !Equals(a, b)),
        ["not"] = call => !IsThere(call.Given(0)),
        ["number"] = call => call.Number(0) is { } number ? VietnameseText.Number(number) : null,
        ["or"] = call => call.All.Any(IsThere),
        ["pad"] = call => call.Number(0) is { } number ? decimal.Truncate(number).ToString("00", CultureInfo.InvariantCulture) : null,
        ["plain"] = call => call.Number(0) is { } number ? number.ToString(CultureInfo.InvariantCulture) : null,
        ["roman"] = call => call.Number(0) is { } number ? VietnameseText.Roman(number) ?? call.Wrong<string>("một số từ 1 đến 3999") : null,
        ["sentence"] = call => call.Text(0) is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..] : null,
        ["upper"] = call => call.Text(0)?.Normalize().ToUpperInvariant(),
        ["words"] = call => call.Number(0) is { } number ? VietnameseText.Words(number) ?? call.Wrong<string>("một số nguyên từ 0 đến 99") : null,
    };

    /// <summary>The names of the functions, in ordinal order.</summary>
    public static IReadOnlyCollection<string> Names => Functions.Keys;

    /// <summary>Makes the functions known.</summary>
    /// <param name="handlebars">To whom.</param>
    public static void Register(IHandlebars handlebars)
    {
        foreach (var (name, function) in Functions)
        {
            handlebars.RegisterHelper(name, (_, arguments) =>
            {
                var call = new HelperCall(arguments);
                return function(call) ?? (object?)call.Gap ?? "";
            });
        }

        handlebars.RegisterHelper("brace", (_, _) => "}");
        handlebars.RegisterHelper("value", (_, arguments) => Print(new HelperCall(arguments)));
        handlebars.RegisterHelper("has", (_, arguments) => IsThere(new HelperCall(arguments).Given(0)));
        handlebars.RegisterHelper("list", (_, arguments) => Items(new HelperCall(arguments)));
        handlebars.RegisterHelper("mark", (_, arguments) =>
            FillState.Current.MissingList(HelperCall.SiteOf(arguments)) is { } gap ? ValueText.Mark(gap.Label) : "");
        handlebars.RegisterHelper("lacks", (_, arguments) => FillState.Current.MissingList(HelperCall.SiteOf(arguments)) is not null);
    }

    private static string Print(HelperCall call)
    {
        var text = call.Text(0);
        if (call.Gap is { } gap)
        {
            return ValueText.Mark(gap.Label);
        }

        if (text is null)
        {
            return "";
        }

        if (ValueText.FindBad(text) is var bad and >= 0)
        {
            FillState.Current.Error(
                "MA012",
                call.Site,
                string.Create(CultureInfo.InvariantCulture, $"giá trị của «{call.Written(0)}» có ký tự không in được (U+{(int)text[bad]:X4}) ở vị trí {bad + 1}"),
                "xoá ký tự này trong hồ sơ rồi gõ lại, không dán từ nơi khác");
            return "";
        }

        return ValueText.Encode(text);
    }

    private static object[] Items(HelperCall call)
    {
        var items = call.List(0);
        if (items is null && call.Gap is { } gap)
        {
            FillState.Current.MissList(call.Site, gap);
        }

        return items ?? [];
    }

    // What counts as there: no absent value, no false, no empty text or list, no zero.
    private static bool IsThere(object? value) => value switch
    {
        null or false or 0m or AbsentNode or Gap or UndefinedBindingResult => false,
        string text => !string.IsNullOrWhiteSpace(text),
        ICollection items => items.Count > 0,
        _ => true,
    };
}
