using EmrSec.Rules.Completeness;

namespace EmrSec.Assessor.Pages;

/// <summary>What a dossier must hold, as people read it in <c>rules show</c>.</summary>
internal static class ContentPages
{
    public static void Write(Page page, DossierContents contents) => page
        .Table(
            ["Mã", "Cấp độ", "Nội dung", "Căn cứ", "Mục của hồ sơ"],
            [.. contents.Documents.Concat(contents.Contents).Select(part => (IReadOnlyList<Span>)[part.Id, Levels(part.Levels), part.Title, part.Citation.ToString(), string.Join(", ", part.Keys)])])
        .Blank()
        .Line("Ngày này không được muộn hơn ngày kia:")
        .Table(
            ["Trước", "Sau", "Căn cứ"],
            [.. contents.Orders.Select(order => (IReadOnlyList<Span>)[order.First, order.Then, order.Citation?.ToString() ?? "–"])])
        .Blank()
        .Line($"Các việc soát mâu thuẫn: {string.Join(", ", contents.Consistency.Select(rule => rule.Check))}.");

    private static string Levels(IReadOnlyList<int> levels) => levels.Count == 5 ? "mọi cấp độ" : string.Join(", ", levels);
}
