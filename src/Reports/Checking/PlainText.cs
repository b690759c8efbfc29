using System.Text;
using EmrSec.Reports.Pdf.Layout;

namespace EmrSec.Reports.Checking;

/// <summary>Text as files that can be edited carry it.</summary>
internal static class PlainText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>
    /// NFC, tabs as spaces, without characters that show nothing. The joiners stay: they make one picture of several
    /// emoji and join or part letters of other scripts.
    /// </summary>
    /// <param name="text">Text that <see cref="DocumentCheck"/> has passed.</param>
    public static string Of(string text)
    {
        var normal = text.Normalize(NormalizationForm.FormC).Replace('\t', ' ');
        return normal.Any(IsLeftOut) ? string.Concat(normal.Where(unit => !IsLeftOut(unit))) : normal;
    }

    private static bool IsLeftOut(char unit) =>
        unit is not ((char)ZeroWidthNonJoiner or (char)ZeroWidthJoiner) && CharacterRules.Judge(unit) == CharacterVerdict.Invisible;
}
