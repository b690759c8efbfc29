using System.Text;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Fonts;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>Turns text into glyphs: NFC, no character replaced by a box, none that makes text read otherwise than it is stored.</summary>
internal sealed class TextShaper(Place place, FontFamily fonts, bool isDraft)
{
    private readonly UsedFace?[] _faces = new UsedFace?[FontFamily.FaceCount];

    public IEnumerable<UsedFace> Faces => _faces.OfType<UsedFace>();

    /// <summary>Adds text.</summary>
    /// <param name="target">The text it is added to.</param>
    /// <param name="text">The text.</param>
    /// <param name="style">Look that is added to each run's own.</param>
    /// <param name="element">The element whose content it is; null for an artifact.</param>
    /// <param name="capitals">Whether it is written in capitals.</param>
    public void Append(ShapedText target, RichText text, RunStyle style, StructElement? element, bool capitals = false)
    {
        foreach (var run in text)
        {
            if (run.Style.HasFlag(RunStyle.Missing) && !isDraft)
            {
                place.Error("VB009", $"«{run.Text}» là chỗ còn thiếu", "điền giá trị, hoặc in bản dự thảo");
            }

            var owner = run.Link is null || element is null ? element : new StructElement("Link", element, late: true);
            Append(target, run.Text, run.Style | style, owner, run.Link, capitals);
        }
    }

    /// <summary>Adds text of one look.</summary>
    public void Append(ShapedText target, string text, RunStyle style, StructElement? element, string? link = null, bool capitals = false)
    {
        var face = Face(style);
        var format = target.Begin(new TextFormat(face, target.Size, style.HasFlag(RunStyle.Underline), style.HasFlag(RunStyle.Missing), link, element));
        var perThousand = target.Size / 1000;
        var normal = Normal(text);
        if (capitals)
        {
            normal = normal.ToUpperInvariant();
        }

        for (var i = 0; i < normal.Length; i++)
        {
            int character = normal[i];
            if (character > ' ' && character < 0x7F)
            {
                Add(target, face, format, character, perThousand);
            }
            else if (character == ' ' || character == '\t')
            {
                target.Add(Space(face, format, perThousand));
            }
            else if (character == '\n')
            {
                // The space shows nowhere, but whoever reads on hears two words.
                target.Add(Space(face, format, perThousand));
                target.Add(new Glyph(0, GlyphKind.Break, format, 0));
            }
            else
            {
                if (char.IsHighSurrogate(normal[i]) && i + 1 < normal.Length && char.IsLowSurrogate(normal[i + 1]))
                {
                    character = char.ConvertToUtf32(normal[i], normal[++i]);
                }

                Add(target, face, format, character, perThousand);
            }
        }
    }

    /// <summary>The text as it is set.</summary>
    public static string Normal(string text)
    {
        foreach (var unit in text)
        {
            // All else that Vietnamese is written with is the same in NFC and need not be looked up.
            if (unit >= 0x300 && unit is not (>= '\u1EA0' and <= '\u1EF9' or >= '\u2010' and <= '\u2026'))
            {
                // Half a surrogate pair has no normal form; it is named when it is met.
                return text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar) ? text : text.Normalize(NormalizationForm.FormC);
            }
        }

        return text;
    }

    private static Glyph Space(UsedFace face, ushort format, double perThousand)
    {
        var code = face.Code(' ');
        return new Glyph(code, GlyphKind.Space, format, (float)(face.Widths[code] * perThousand));
    }

    private UsedFace Face(RunStyle style)
    {
        var index = (style.HasFlag(RunStyle.Bold) ? 1 : 0) + (style.HasFlag(RunStyle.Italic) ? 2 : 0);
        return _faces[index] ??= new UsedFace(index, fonts.Face(index));
    }

    private void Add(ShapedText target, UsedFace face, ushort format, int character, double perThousand)
    {
        if (character is > 0x7E or < (' ') && CharacterRules.Judge(character) is not CharacterVerdict.Ordinary and var verdict)
        {
            Report(verdict, character);
            return;
        }

        var code = face.Code(character);
        if (code == 0)
        {
            Report(CharacterVerdict.NoGlyph, character);
            return;
        }

        target.Add(new Glyph(code, GlyphKind.Letter, format, (float)(face.Widths[code] * perThousand)));
    }

    private void Report(CharacterVerdict verdict, int character)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"U+{character:X4}");
        switch (verdict)
        {
            case CharacterVerdict.NoGlyph:
                place.Error("VB001", $"phông chữ không có ký tự «{char.ConvertFromUtf32(character)}» ({number})", "thay bằng chữ khác hoặc xoá đi");
                break;
            case CharacterVerdict.Direction:
                place.Error("VB002", $"có dấu đổi chiều chữ {number}, làm văn bản đọc khác với nội dung lưu", "xoá ký tự ẩn này");
                break;
            case CharacterVerdict.RightToLeft:
                // No face has all of them, and nothing here sets them in their order.
                place.Error("VB002", $"tệp PDF không in được chữ viết từ phải sang trái «{char.ConvertFromUtf32(character)}» ({number})", "viết lại bằng chữ La-tinh, hoặc in ra HTML hay DOCX");
                break;
            case CharacterVerdict.Control:
                place.Error("VB003", $"có ký tự điều khiển hoặc ký tự hỏng {number}", "xoá ký tự này rồi gõ lại");
                break;
        }
    }
}
