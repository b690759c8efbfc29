using EmrSec.Rules.Procedures;

namespace EmrSec.Rules.Wording;

/// <summary>Who appraises and approves at one of the levels that a system may have, as people read it.</summary>
/// <param name="Condition">«Nếu là cấp độ 3: » where it depends on the level; else empty.</param>
/// <param name="Text">Who, and where the law says so.</param>
/// <param name="First">What to obtain before.</param>
public sealed record AuthorityText(string Condition, string Text, IReadOnlyList<string> First);

/// <summary>Who decides, in Vietnamese: the same on the screen and in papers.</summary>
public static class AuthorityWords
{
    /// <summary>Who decides at each level that the system may have.</summary>
    /// <param name="authority">The authorities.</param>
    public static IEnumerable<AuthorityText> Of(AuthorityResult authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        return authority.Possible.Select(rule => new AuthorityText(
            authority.Rule is null ? $"Nếu là cấp độ {rule.Levels}: " : "",
            $"Thẩm định: {rule.Appraiser.Text}; phê duyệt: {rule.Approver.Text} ({rule.Citation}).",
            [.. rule.FirstObtain.Select(first => $"{first.Text} ({first.Citation})")]));
    }

    /// <summary>The conflict between operating a system and appraising its dossier, and the ways out; null where there is none.</summary>
    /// <param name="authority">The authorities.</param>
    public static string? Conflict(AuthorityResult authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        return authority is { Possible.Count: > 0, Conflict: true, ConflictRule: { } conflict }
            ? $"{conflict.Text} Ở đây {authority.Why}. Cách giải quyết: {string.Join("; hoặc ", conflict.Ways)} ({conflict.Citation})."
            : null;
    }
}
