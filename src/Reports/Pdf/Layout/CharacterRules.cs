namespace EmrSec.Reports.Pdf.Layout;

/// <summary>What may become of a character.</summary>
internal enum CharacterVerdict
{
    /// <summary>It is set.</summary>
    Ordinary,

    /// <summary>It shows nothing and says nothing in Vietnamese: it is left out.</summary>
    Invisible,

    /// <summary>It shows nothing and changes the direction: refused everywhere, since text could then read otherwise than it is stored.</summary>
    Direction,

    /// <summary>A letter of a script written from right to left: HTML and Word set it in its order, PDF refuses it.</summary>
    RightToLeft,

    /// <summary>It is a control character, half a pair, or means something in one font only: refused.</summary>
    Control,

    /// <summary>The font lacks it: refused.</summary>
    NoGlyph,
}

/// <summary>Characters that are not simply set.</summary>
internal static class CharacterRules
{
    public static CharacterVerdict Judge(int character) => character switch
    {
        '\r' or 0xAD or (>= 0x200B and <= 0x200D) or 0x2060 or 0xFEFF => CharacterVerdict.Invisible,
        0x61C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x206F) => CharacterVerdict.Direction,

        // Hebrew, Arabic and what is written like them (Unicode Character Database, DerivedBidiClass, «R» and «AL» by default).
        (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) => CharacterVerdict.RightToLeft,
        (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF) => CharacterVerdict.RightToLeft,
        < ' ' or (>= 0x7F and < 0xA0) or (>= 0xD800 and <= 0xDFFF) or 0xFFFD or 0xFFFE or 0xFFFF => CharacterVerdict.Control,

        // Private use (ISO 19005-2, 6.2.11.7.3): what is copied out would mean nothing.
        (>= 0xE000 and <= 0xF8FF) or >= 0xF0000 => CharacterVerdict.Control,
        _ => CharacterVerdict.Ordinary,
    };
}
