using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Layout;

namespace EmrSec.Reports.Checking;

/// <summary>What text may not have in it: control characters, changes of direction, gaps in a final paper, links to nowhere.</summary>
/// <param name="place">Where the text stands; gets what is found.</param>
/// <param name="isDraft">Whether the paper is a draft.</param>
internal sealed class TextCheck(Place place, bool isDraft)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _links = [];

    /// <summary>Checks text without looks.</summary>
    /// <param name="texts">The texts; null ones are passed over.</param>
    public void Check(params string?[] texts)
    {
        foreach (var rune in texts.OfType<string>().SelectMany(text => text.EnumerateRunes()))
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
            switch (rune.Value is '\n' or '\t' ? CharacterVerdict.Ordinary : CharacterRules.Judge(rune.Value))
            {
                case CharacterVerdict.Direction:
                    place.Error("VB002", $"có dấu đổi chiều chữ {number}, làm văn bản đọc khác với nội dung lưu", "xoá ký tự ẩn này");
                    break;
                case CharacterVerdict.Control:
                    place.Error("VB003", $"có ký tự điều khiển hoặc ký tự hỏng {number}", "xoá ký tự này rồi gõ lại");
                    break;
            }
        }
    }

    /// <summary>Checks text in runs.</summary>
    /// <param name="texts">The texts; null ones are passed over.</param>
    public void Check(params RichText?[] texts)
    {
        foreach (var run in texts.OfType<RichText>().SelectMany(text => text))
        {
            Check(run.Text, run.Link);
            if (run.Link is not null)
            {
                _links.Add(run.Link);
            }

            if (run.Style.HasFlag(RunStyle.Missing) && !isDraft)
            {
                place.Error("VB009", $"«{run.Text}» là chỗ còn thiếu", "điền giá trị, hoặc in bản dự thảo");
            }
        }
    }

    /// <summary>Checks a heading; what follows is under it.</summary>
    /// <param name="heading">The heading.</param>
    public void Check(Heading heading)
    {
        place.Heading = string.Join(' ', new[] { heading.Label ?? "", heading.Text.ToString() }.Where(part => part.Length > 0));
        Check(heading.Label, heading.Id);
        Check(heading.Text, heading.RunIn);
        if (heading.Id is { } id && !_ids.Add(id))
        {
            place.Error("VB006", $"hai tiêu đề cùng mã «{id}»", "đặt cho mỗi tiêu đề một mã riêng");
        }
    }

    /// <summary>Checks, after all text, that links lead somewhere.</summary>
    public void CheckLinks()
    {
        (place.Heading, place.What) = (null, "liên kết");
        foreach (var link in _links.Where(link => !(link.StartsWith('#') ? _ids.Contains(link[1..]) : IsAddress(link))))
        {
            place.Error("VB006", $"liên kết «{link}» không dẫn đến đâu", "sửa địa chỉ (http, https, mailto) hoặc mã của tiêu đề");
        }
    }

    // Nothing else: a script, a file or the like has no place in a paper.
    private static bool IsAddress(string link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https" or "mailto");
}
