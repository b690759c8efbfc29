using EmrSec.Reports.Documents;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Pdf;

/// <summary>Tables that are long, high, narrow, or tied together by spans: nothing lost, nothing off the page.</summary>
public sealed class TableLimitTests
{
    [Fact]
    public void The_header_of_200_rows_stands_on_each_page()
    {
        using var written = new Written(SamplePapers.Of(ReportPaper.LongTable(200)));

        written.Result.Pages.ShouldBeGreaterThan(10);
        written.Pages.ShouldAllBe(page => page.Contains("STT", StringComparison.Ordinal) && page.Contains("Việc cần làm", StringComparison.Ordinal));
        Inside(written);
        var words = SeenWord.Read(written.Path);
        words.Where(word => word.Left < 42 && word.Top > 20 && word.Text.All(char.IsAsciiDigit)).Select(word => word.Text).ShouldBe(Enumerable.Range(1, 200).Select(row => $"{row}"));
        foreach (var page in words.Where(word => word.Bottom > 18).GroupBy(word => word.Page).Skip(1))
        {
            page.OrderBy(word => word.Top).First().Text.ShouldBeOneOf("STT", "Yêu", "Việc", "Hạn");
        }
    }

    [Fact]
    public void A_cell_higher_than_a_page_goes_on_under_a_repeated_header()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 150).Select(line => $"dòng-{line}"));
        using var written = new Written(SamplePapers.Of(new Table
        {
            Columns = [new(ColumnWidth.Millimetres(30)), new(ColumnWidth.Share())],
            Rows = [new TableRow([new("Cột một"), new("Cột hai")]), new TableRow([new("bên cạnh"), new(lines)]), new TableRow([new("dòng sau"), new("hết")])],
        }));

        written.Result.Pages.ShouldBeInRange(3, 4);
        written.Pages.ShouldAllBe(page => page.Contains("Cột một", StringComparison.Ordinal));
        Inside(written);
        SeenWord.Read(written.Path).Where(word => word.Text.StartsWith("dòng-", StringComparison.Ordinal)).Select(word => word.Text).ShouldBe(lines.Split('\n'));

        // One cell to a screen reader, though on several pages.
        ReadElement.Read(written.Path).Of("TD").Select(cell => Written.Flat(cell.Text)).ShouldBe(["bên cạnh", lines.Replace('\n', ' '), "dòng sau", "hết"]);
    }

    [Theory]
    [InlineData(120, 1)]
    [InlineData(120, 200)]
    [InlineData(3, 150)]
    public void Rows_tied_together_go_on_over_pages_and_every_cell_keeps_its_text(int rows, int linesOfSpan)
    {
        var tied = string.Join('\n', Enumerable.Range(1, linesOfSpan).Select(line => $"nhóm-{line}"));
        using var written = new Written(SamplePapers.Of(new Table
        {
            Columns = [new(ColumnWidth.Millimetres(40)), new(ColumnWidth.Share())],
            Rows = [new TableRow([new("Nhóm"), new("Yêu cầu")]), new TableRow([new(tied) { RowSpan = rows }, new("mục-1")]), .. Enumerable.Range(2, rows - 1).Select(row => new TableRow([new($"mục-{row}")]))],
        }));

        Inside(written);
        written.Pages.ShouldAllBe(page => page.Contains("Nhóm", StringComparison.Ordinal));
        var words = SeenWord.Read(written.Path);
        words.Where(word => word.Text.StartsWith("mục-", StringComparison.Ordinal)).Select(word => word.Text).ShouldBe(Enumerable.Range(1, rows).Select(row => $"mục-{row}"));
        words.Where(word => word.Text.StartsWith("nhóm-", StringComparison.Ordinal)).Select(word => word.Text).ShouldBe(tied.Split('\n'));
        ReadElement.Read(written.Path).Of("TD").Count().ShouldBe(rows + 1);
        Overlapping(words).ShouldBeEmpty();
    }

    [Fact]
    public void Rows_and_columns_tied_both_ways_do_not_overlap()
    {
        using var written = new Written(SamplePapers.Of(new Table
        {
            HeaderRows = 2,
            Columns = [.. Enumerable.Repeat(new TableColumn(ColumnWidth.Share()), 4)],
            Rows =
            [
                new TableRow([new("A") { RowSpan = 2 }, new("B và C") { ColumnSpan = 2 }, new("D") { RowSpan = 2 }]),
                new TableRow([new("B"), new("C")]),
                new TableRow([new("một\nhai\nba\nbốn") { RowSpan = 2, ColumnSpan = 2 }, new("phải"), new("phải nữa")]),
                new TableRow([new("dưới") { ColumnSpan = 2 }]),
                new TableRow([new("cuối") { ColumnSpan = 4, VerticalAlignment = VerticalAlignment.Middle }]),
            ],
        }));

        Inside(written);
        Overlapping(SeenWord.Read(written.Path)).ShouldBeEmpty();
        ReadElement.Read(written.Path).Of("TD").Select(cell => Written.Flat(cell.Text)).ShouldBe(["một hai ba bốn", "phải", "phải nữa", "dưới", "cuối"]);
    }

    [Fact]
    public void A_low_row_is_not_torn_apart_at_the_foot_of_a_page()
    {
        for (var lines = 40; lines < 50; lines++)
        {
            using var written = new Written(SamplePapers.Of(
                new Paragraph(string.Join('\n', Enumerable.Repeat("dòng", lines))) { Alignment = TextAlignment.Left },
                new Table { HeaderRows = 0, Columns = [new(ColumnWidth.Share())], Rows = [new TableRow([new("đầu\ngiữa\ncuối")])] }));
            var words = SeenWord.Read(written.Path);

            words.Where(word => word.Text is "đầu" or "giữa" or "cuối").Select(word => word.Page).Distinct().Count().ShouldBe(1);
        }
    }

    [Fact]
    public void Forty_columns_wider_than_the_page_are_made_to_fit()
    {
        using var written = new Written(SamplePapers.Of(new Table
        {
            FontSize = 8,
            Columns = [.. Enumerable.Repeat(new TableColumn(ColumnWidth.Millimetres(25)), 40)],
            Rows = [new TableRow([.. Enumerable.Range(1, 40).Select(column => new TableCell($"{column}"))]), new TableRow([.. Enumerable.Range(1, 40).Select(_ => new TableCell("chữ"))])],
        }));

        Inside(written);
        Written.Flat(ReadElement.Read(written.Path).Text).Count(letter => letter == 'ữ').ShouldBe(40);
    }

    [Fact]
    public void A_figure_in_a_cell_is_made_smaller_until_it_fits_under_the_header()
    {
        using var written = new Written(SamplePapers.Of(new Table
        {
            Columns = [new(ColumnWidth.Share())],
            Rows = [new TableRow([new(string.Join('\n', Enumerable.Repeat("tiêu đề", 20)))]), new TableRow([new TableCell([new Figure(new BarChart(BarDirection.Horizontal, [.. Enumerable.Range(1, 60).Select(i => $"Nhóm {i}")], [new("Số", [.. Enumerable.Range(1, 60).Select(i => (decimal)i)])]), "Biểu đồ")])])],
        }));

        Inside(written);
    }

    private static void Inside(Written written)
    {
        foreach (var word in SeenWord.Read(written.Path).Where(word => word.Bottom > 18))
        {
            word.Left.ShouldBeGreaterThanOrEqualTo(29.8, word.ToString());
            word.Right.ShouldBeLessThanOrEqualTo(190.2, word.ToString());
            word.Bottom.ShouldBeLessThanOrEqualTo(277.2, word.ToString());
        }
    }

    private static List<string> Overlapping(IReadOnlyList<SeenWord> words) =>
        [.. from one in words
            from other in words
            where one.Page == other.Page && !ReferenceEquals(one, other) && one.Left < other.Right - 0.2 && other.Left < one.Right - 0.2 && one.Top < other.Bottom - 0.8 && other.Top < one.Bottom - 0.8
            select $"{one.Text} over {other.Text} on page {one.Page}"];
}
