namespace EmrSec.Reports.Pdf.Fonts;

/// <summary>What a font must be for papers to be set in it.</summary>
internal static class FontRules
{
    // ISO/IEC 14496-22, OS/2, fsType.
    private const int Restricted = 0x0002;
    private const int UsageMask = 0x000F;
    private const int NoSubsetting = 0x0100;
    private const int BitmapsOnly = 0x0200;

    private const string Vietnamese = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ0123456789.,;:()/-«»“”–";

    /// <summary>Why it will not do, in Vietnamese; null where it will.</summary>
    public static string? Problem(TrueTypeFont font)
    {
        if ((font.Permissions & UsageMask) == Restricted || (font.Permissions & (NoSubsetting | BitmapsOnly)) != 0)
        {
            return "phông chữ này không cho phép nhúng vào tệp PDF";
        }

        foreach (var letter in Vietnamese.SelectMany(letter => new[] { letter, char.ToUpperInvariant(letter) }))
        {
            if (font.Glyph(letter) is 0)
            {
                return $"phông chữ này không đủ chữ tiếng Việt: thiếu «{letter}»";
            }

            // Reads the outline, so that a damaged file shows itself now.
            _ = font.Outline(font.Glyph(letter)).Length + font.Advance(font.Glyph(letter));
        }

        return null;
    }
}
