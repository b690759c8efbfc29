using System.Text;

namespace EmrSec.Dossiers.Intake;

/// <summary>The ids of systems: they stand in the keys of answers and in the names of files, so they are short and plain.</summary>
internal static class SystemId
{
    public const int MaxLength = 64;

    /// <summary>Whether this is an id: lower-case letters without marks, digits and hyphens, beginning with a letter or digit.</summary>
    /// <param name="written">What was written.</param>
    public static bool IsValid(string written) =>
        written.Length is > 0 and <= MaxLength && written[0] != '-' && written.All(IsIdCharacter);

    /// <summary>What to write instead.</summary>
    /// <param name="written">What was written.</param>
    public static string Help(string written)
    {
        var rule = $"id chỉ gồm chữ thường không dấu, chữ số, dấu gạch ngang, nhiều nhất {MaxLength} ký tự";
        var id = Slug(written);
        return id.Length == 0 ? $"{rule}, ví dụ emr" : $"{rule}, ví dụ {id}";
    }

    /// <summary>An id made of a name: «Bệnh án điện tử» → <c>benh-an-dien-tu</c>; empty where it has no letter or digit.</summary>
    /// <param name="written">The name.</param>
    public static string Slug(string written)
    {
        var slug = new StringBuilder();
        foreach (var c in written.Normalize(NormalizationForm.FormD))
        {
            var plain = c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c);
            if (char.IsAsciiLetterOrDigit(plain))
            {
                slug.Append(plain);
            }
            else if (slug.Length > 0 && slug[^1] != '-' && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                slug.Append('-');
            }

            if (slug.Length == MaxLength)
            {
                break;
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    private static bool IsIdCharacter(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
}
