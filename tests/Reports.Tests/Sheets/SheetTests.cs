using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using EmrSec.Reports.Sheets;

namespace EmrSec.Reports.Tests.Sheets;

/// <summary>Tables as CSV and as an Excel workbook: nothing in them is run, nothing is lost, other programs read them.</summary>
public class SheetTests
{
    private static readonly SheetTable Table = new(
        "Tổng hợp & thử",
        ["Tên", "Số", "Ngày"],
        [
            ["Trạm Y tế xã «Mẫu», thôn \"Một\"", 12, (DateOnly?)new DateOnly(2026, 11, 21)],
            ["=HYPERLINK(\"http://x\")", -5, SheetCell.Empty],
            ["+84 222", 0, (DateOnly?)new DateOnly(1900, 3, 1)],
            ["@SUM(A1)", 1, SheetCell.Empty],
            ["-2+3", 1, SheetCell.Empty],
            ["＝1+1", 1, SheetCell.Empty],
            ["\tthụt\nhai dòng", 1, SheetCell.Empty],
            ["  giữ khoảng trắng  ", 1, SheetCell.Empty],
            ["<b>&amp;</b> \u0001 \ud83c\udfe5", 1, SheetCell.Empty],
        ]);

    [Fact]
    public void Csv_has_a_byte_order_mark_and_no_formula()
    {
        using var stream = new MemoryStream();
        CsvFile.Write(Table, stream);
        stream.ToArray().Take(3).ShouldBe(new byte[] { 0xEF, 0xBB, 0xBF });
        var lines = Encoding.UTF8.GetString(stream.ToArray()[3..]).Split("\r\n");
        lines[0].ShouldBe("Tên,Số,Ngày");
        lines[1].ShouldBe("\"Trạm Y tế xã «Mẫu», thôn \"\"Một\"\"\",12,21/11/2026");
        lines[2].ShouldBe("\"'=HYPERLINK(\"\"http://x\"\")\",-5,");
        lines[3].ShouldStartWith("'+84 222,0,01/03/1900");
        lines[4].ShouldStartWith("'@SUM(A1),");
        lines[5].ShouldStartWith("'-2+3,");
        lines[6].ShouldStartWith("'＝1+1,");
        lines[7].ShouldBe("\"'\tthụt\nhai dòng\",1,");
        lines[8].ShouldBe("\"  giữ khoảng trắng  \",1,");
    }

    [Fact]
    public void A_workbook_is_valid_and_holds_texts_numbers_and_days()
    {
        using var stream = new MemoryStream();
        XlsxFile.Write([Table, Table with { Name = "Hai" }], stream);
        stream.Position = 0;
        using var workbook = SpreadsheetDocument.Open(stream, isEditable: false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(workbook).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();

        var sheets = workbook.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ToList();
        sheets.Select(sheet => sheet.Name!.Value).ShouldBe(["Tổng hợp & thử", "Hai"]);
        var rows = ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheets[0].Id!)).Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().ToList()).ToList();
        rows.Count.ShouldBe(10);
        rows[1][0].InnerText.ShouldBe("Trạm Y tế xã «Mẫu», thôn \"Một\"");
        rows[1][1].CellValue!.Text.ShouldBe("12");
        rows[1][2].CellValue!.Text.ShouldBe("46347");
        rows[3][2].CellValue!.Text.ShouldBe("61");
        rows[2][0].InnerText.ShouldBe("=HYPERLINK(\"http://x\")");
        rows.SelectMany(row => row).ShouldAllBe(cell => cell.CellFormula == null);
        rows[8][0].InnerText.ShouldBe("  giữ khoảng trắng  ");
        rows[9][0].InnerText.ShouldBe("<b>&amp;</b>  \ud83c\udfe5");
    }

    [Fact]
    public void The_same_table_gives_the_same_bytes()
    {
        using var one = new MemoryStream();
        using var two = new MemoryStream();
        XlsxFile.Write([Table], one);
        XlsxFile.Write([Table], two);
        one.ToArray().ShouldBe(two.ToArray());
        using var zip = new ZipArchive(one);
        zip.Entries.Select(entry => entry.FullName).ShouldContain("xl/worksheets/sheet1.xml");
    }
}
