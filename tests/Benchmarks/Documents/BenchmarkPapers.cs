using System.Globalization;
using EmrSec.Reports.Documents;

namespace EmrSec.Benchmarks.Documents;

/// <summary>Papers of the sizes that are made: every paragraph and cell has other words.</summary>
internal static class BenchmarkPapers
{
    private static readonly string[] Words =
        "bệnh viện đề nghị thẩm định hồ sơ cấp độ an toàn hệ thống thông tin theo quy định của Chính phủ về bảo đảm dữ liệu người bệnh được lưu trữ và sao lưu định kỳ tại phòng máy chủ do đơn vị vận hành quản lý trước ngày 31/12/2025 với 96 yêu cầu kỹ thuật".Split(' ');

    /// <summary>A công văn of three pages.</summary>
    public static Document Letter(int seed = 1)
    {
        var text = new Sentences(seed);
        return Paper(
        [
            Head(),
            new Recipients(["Sở Y tế tỉnh Mẫu", "Công an tỉnh Mẫu"]),
            .. Enumerable.Range(0, 24).Select(_ => new Paragraph(text.Next(55))),
            new BlockList(ListKind.Letter, [.. Enumerable.Range(0, 8).Select(_ => new ListItem(text.Next(15)))]),
            new SignatureBlock([new Signer(["KT. Giám đốc", "Phó Giám đốc"], "Nguyễn Thị Hương Quỳnh", "giam-doc") { SealFieldName = "co-quan" }], ["Như trên", "Lưu: VT, CNTT"]),
        ]);
    }

    /// <summary>A dossier: chapters of text, tables of requirements and charts.</summary>
    /// <param name="chapters">How many; twelve make about sixty pages.</param>
    public static Document Dossier(int chapters)
    {
        var text = new Sentences(7);
        return Paper([Head(), new TitleBlock("Hồ sơ", "Đề xuất cấp độ an toàn hệ thống thông tin"), .. Enumerable.Range(1, chapters).SelectMany(chapter => Chapter(chapter, text))]);
    }

    private static IEnumerable<Block> Chapter(int number, Sentences text) =>
    [
        new Heading(HeadingKind.Chapter, "Phương án bảo đảm an toàn thông tin") { Label = string.Create(CultureInfo.InvariantCulture, $"Chương {number}") },
        .. Enumerable.Range(1, 6).SelectMany(section => new Block[]
        {
            new Heading(HeadingKind.Level2, text.Next(6)) { Label = string.Create(CultureInfo.InvariantCulture, $"{section}.") },
            new Paragraph(text.Next(90)),
            new BlockList(ListKind.Dash, [.. Enumerable.Range(0, 4).Select(_ => new ListItem(text.Next(18)))]),
        }),
        new Figure(new BarChart(BarDirection.Horizontal, ["Quản lý", "Kỹ thuật", "Vật lý"], [new("Đạt", [number, 12, 7]), new("Chưa đạt", [3, 2, 1])]), "Số yêu cầu đạt và chưa đạt"),
        new Table
        {
            FontSize = 12,
            Columns = [new(ColumnWidth.Millimetres(12)), new(ColumnWidth.Share(2)), new(ColumnWidth.Share(3)), new(ColumnWidth.Millimetres(25))],
            Rows = [new TableRow([new("STT"), new("Yêu cầu"), new("Cách đáp ứng"), new("Kết quả")]), .. Enumerable.Range(1, 36).Select(row => new TableRow([new(row.ToString(CultureInfo.InvariantCulture)), new(text.Next(10)), new(text.Next(20)), new("Đạt")]))],
        },
    ];

    private static Letterhead Head() => new() { SuperiorBody = "Sở Y tế tỉnh Mẫu", IssuingBody = "Bệnh viện Đa khoa Mẫu", Number = "Số: 85/BVĐK-CNTT", PlaceAndDate = "Mẫu, ngày 05 tháng 11 năm 2025" };

    private static Document Paper(IReadOnlyList<Block> blocks) => new()
    {
        Info = new DocumentInfo { Title = "Văn bản đo tốc độ", Author = "Bệnh viện Đa khoa Mẫu", Created = new DateTimeOffset(2025, 11, 5, 8, 30, 0, TimeSpan.FromHours(7)) },
        Sections = [new Section { Blocks = blocks }],
    };

    // Drawn words, the same in every run.
    private sealed class Sentences(int seed)
    {
        private uint _state = (uint)seed;

        public string Next(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[Draw() % Words.Length])) + ".";

        private int Draw()
        {
            _state = (_state * 1664525) + 1013904223;
            return (int)(_state >> 8);
        }
    }
}
