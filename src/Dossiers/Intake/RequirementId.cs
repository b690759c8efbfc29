namespace EmrSec.Dossiers.Intake;

/// <summary>The ids of requirements: a pack's short name, then names joined by dots, such as <c>tt12.m.1.1.1</c>.</summary>
internal static class RequirementId
{
    private const string Example = "tt12.m.1.1.1";

    public static bool IsValid(string written)
    {
        var parts = written.Split('.');
        return parts.Length > 1
            && parts[0].All(IsLetterOrDigit)
            && Array.TrueForAll(parts, part => part.Length > 0 && part.All(c => IsLetterOrDigit(c) || c == '-'));
    }

    public static string Help(string written)
    {
        var plain = string.Concat(written.ToLowerInvariant().Where(c => !char.IsWhiteSpace(c)));
        return IsValid(plain)
            ? $"có phải ý anh/chị là «{plain}»?"
            : $"mã yêu cầu có dạng {Example}; cho riêng một hệ thống: <id của hệ thống>/{Example}";
    }

    private static bool IsLetterOrDigit(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
