using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>What the metadata may say: text that XML can carry and that reads as it is stored.</summary>
internal static class DocumentText
{
    public static void Check(DocumentInfo info, Place place)
    {
        Check("tiêu đề của tệp", info.Title, place);
        Check("tác giả của tệp", info.Author, place);
        Check("chủ đề của tệp", info.Subject, place);
        foreach (var keyword in info.Keywords)
        {
            Check("từ khoá của tệp", keyword, place);
        }

        place.What = "tiêu đề của tệp";
        if (string.IsNullOrWhiteSpace(info.Title))
        {
            place.Error("VB012", "tệp không có tiêu đề", "đặt tiêu đề cho tài liệu");
        }

        place.What = "đoạn văn";
    }

    private static void Check(string what, string? text, Place place)
    {
        place.What = what;
        Check(text ?? "", place);
    }

    /// <summary>Refuses what text that is stored and not set must not have either.</summary>
    public static void Check(string text, Place place)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // XML would read a carriage return as a line feed.
            if (rune.Value == '\r' || CharacterRules.Judge(rune.Value) is CharacterVerdict.Control or CharacterVerdict.Direction)
            {
                place.Error("VB003", string.Create(CultureInfo.InvariantCulture, $"có ký tự điều khiển hoặc ký tự hỏng U+{rune.Value:X4}"), "xoá ký tự này rồi gõ lại");
            }
        }
    }
}

/// <summary>Links within the document lead somewhere, others are addresses.</summary>
internal static class LinkTargets
{
    public static void Check(IReadOnlyList<PageCanvas> pages, IReadOnlyList<Anchor> anchors, Place place)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        (place.Heading, place.What) = (null, "liên kết");
        foreach (var anchor in anchors)
        {
            if (anchor.Id is { } id && !ids.Add(id))
            {
                place.Error("VB006", $"hai tiêu đề cùng mã «{id}»", "đặt cho mỗi tiêu đề một mã riêng");
            }
        }

        foreach (var link in pages.SelectMany(page => page.Annotations).Where(annotation => !annotation.IsField))
        {
            var leads = link.Target.StartsWith('#') ? ids.Contains(link.Target[1..]) : IsAddress(link.Target);
            if (!leads)
            {
                place.Error("VB006", $"liên kết «{link.Target}» không dẫn đến đâu", "sửa địa chỉ (http, https, mailto) hoặc mã của tiêu đề");
            }
        }
    }

    private static bool IsAddress(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https" or "mailto");
}
