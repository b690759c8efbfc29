namespace EmrSec.Rules.Requirements;

/// <summary>How firmly a level asks for something.</summary>
public enum RequirementForce
{
    /// <summary>As it is written.</summary>
    Mandatory,

    /// <summary>As it is written, or something equivalent that is argued for («hoặc tương đương»).</summary>
    Equivalent,

    /// <summary>A suggestion («có thể», «dựa trên đánh giá rủi ro»): another choice is argued for.</summary>
    Suggested,
}

/// <summary>How a figure binds.</summary>
public enum ThresholdRule
{
    /// <summary>To be done at least once in so much time.</summary>
    Every,

    /// <summary>So much or more.</summary>
    AtLeast,

    /// <summary>So much or less.</summary>
    AtMost,
}

/// <summary>What a figure counts.</summary>
public enum ThresholdUnit
{
    /// <summary>Minutes.</summary>
    Minute,

    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Months; a quarter is 3, a year 12.</summary>
    Month,

    /// <summary>Kilometres.</summary>
    Kilometre,

    /// <summary>How often something happens, such as failed logins.</summary>
    Time,

    /// <summary>Characters of a password.</summary>
    Character,

    /// <summary>Pieces of what the threshold names, such as copies or network links.</summary>
    Item,
}

/// <summary>A figure of a requirement, level by level.</summary>
/// <param name="Id">Its id within the requirement, such as <c>retention</c>.</param>
/// <param name="What">What it measures, in Vietnamese.</param>
/// <param name="Rule">How it binds.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Force">How firmly; a mandatory requirement may carry suggested figures.</param>
/// <param name="Values">The figure at each level that sets one; 1 or more.</param>
public sealed record Threshold(string Id, string What, ThresholdRule Rule, ThresholdUnit Unit, RequirementForce Force, IReadOnlyDictionary<int, int> Values)
{
    /// <summary>The figure at a level; null where the level sets none.</summary>
    /// <param name="level">The level, 1–5.</param>
    public int? At(int level) => Values.TryGetValue(level, out var value) ? value : null;

    /// <summary>Whether one figure asks for more than another: more often, more, or less of what is limited.</summary>
    /// <param name="now">The one.</param>
    /// <param name="before">The other.</param>
    public bool IsStricter(int now, int before) => Rule == ThresholdRule.AtLeast ? now > before : now < before;

    /// <summary>The figure at a level in words: <c>ít nhất 3 tháng</c>, <c>12 tháng một lần</c>; null where the level sets none.</summary>
    /// <param name="level">The level, 1–5.</param>
    public string? Say(int level) => At(level) is { } value ? SayFigure(value) : null;

    /// <summary>A figure in words, as this threshold would state it: <c>ít nhất 3 tháng</c>.</summary>
    /// <param name="value">The figure, in the threshold's unit.</param>
    public string SayFigure(int value)
    {
        var figure = string.Create(CultureInfo.InvariantCulture, $"{value}{UnitText}");
        return Rule switch
        {
            ThresholdRule.Every => $"{figure} một lần",
            ThresholdRule.AtLeast => $"ít nhất {figure}",
            _ => $"không quá {figure}",
        };
    }

    /// <summary>
    /// Whether a text names the figure of a level with its unit, word for word: «3 tháng», not «13 tháng». Bare pieces have no unit to
    /// know them by and are never named.
    /// </summary>
    /// <param name="text">The text, NFC.</param>
    /// <param name="level">The level, 1–5.</param>
    public bool IsNamedIn(string text, int level)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (At(level) is not { } value || UnitText.Length == 0)
        {
            return false;
        }

        var figure = string.Create(CultureInfo.InvariantCulture, $"{value}{UnitText}");
        for (var at = text.IndexOf(figure, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(figure, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + figure.Length;
            if ((at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or ',')) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private string UnitText => Unit switch
    {
        ThresholdUnit.Minute => " phút",
        ThresholdUnit.Hour => " giờ",
        ThresholdUnit.Day => " ngày",
        ThresholdUnit.Month => " tháng",
        ThresholdUnit.Kilometre => " km",
        ThresholdUnit.Time => " lần",
        ThresholdUnit.Character => " ký tự",
        _ => "",
    };
}
