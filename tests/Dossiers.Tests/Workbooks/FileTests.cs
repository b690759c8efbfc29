using System.ComponentModel;
using System.Diagnostics;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace EmrSec.Dossiers.Tests.Workbooks;

/// <summary>The file itself: valid to the standard's schema, within Excel's limits, kept whole by LibreOffice.</summary>
public sealed class FileTests
{
    public static TheoryData<string> Samples => [.. Books.SampleNames];

    [Theory]
    [MemberData(nameof(Samples))]
    public void It_is_valid_and_within_the_limits_of_excel(string name)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(Books.Write(Books.Sample(name))), isEditable: false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2010).Validate(book).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        foreach (var sheet in book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>())
        {
            sheet.Name!.Value!.Length.ShouldBeLessThanOrEqualTo(31);
            sheet.Name.Value.IndexOfAny(['[', ']', ':', '*', '?', '/', '\\']).ShouldBe(-1);
        }

        foreach (var page in book.WorkbookPart.WorksheetParts.Select(part => part.Worksheet))
        {
            page.GetFirstChild<SheetProtection>()!.Password.ShouldBeNull();
            page.Descendants<CellFormula>().ShouldBeEmpty();
            foreach (var rule in page.Descendants<DataValidation>())
            {
                (rule.PromptTitle?.Value?.Length ?? 0).ShouldBeLessThanOrEqualTo(32);
                (rule.Prompt?.Value?.Length ?? 0).ShouldBeLessThanOrEqualTo(255);
                (rule.Error?.Value?.Length ?? 0).ShouldBeLessThanOrEqualTo(255);
                (rule.Formula1?.Text.Length ?? 0).ShouldBeLessThanOrEqualTo(255);
            }

            page.Descendants<Cell>().Where(cell => cell.InnerText.Length > 32_767).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Cells_to_be_filled_in_are_open_and_all_others_locked()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(Books.Write(Books.Sample("bac-ninh-hospital.yaml"))), isEditable: false);
        var formats = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var open = 0;
        foreach (var cell in book.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>()))
        {
            var isOpen = formats[(int)cell.StyleIndex!.Value].Protection!.Locked!.Value == false;
            isOpen.ShouldBe(cell.StyleIndex.Value is >= 8 and <= 11, cell.CellReference!.Value);
            open += isOpen ? 1 : 0;
        }

        open.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void LibreOffice_opens_and_saves_it_and_nothing_is_lost()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in Books.SampleNames)
        {
            folder.File(Path.ChangeExtension(name, ".xlsx"), Books.Write(Books.Sample(name)));
        }

        Directory.CreateDirectory(folder.File("saved"));
        Office(folder, [.. Books.SampleNames.Select(name => folder.File(Path.ChangeExtension(name, ".xlsx")))]);
        foreach (var name in Books.SampleNames)
        {
            var reading = Books.Read(File.ReadAllBytes(Path.Combine(folder.File("saved"), Path.ChangeExtension(name, ".xlsx"))));
            reading.Diagnostics.Items.ShouldBeEmpty(name);
            reading.Text.ShouldBe(Books.Sample(name), name);
        }
    }

    private static void Office(TemporaryFolder folder, string[] files)
    {
        var start = new ProcessStartInfo("timeout", ["240", "soffice", "-env:UserInstallation=file://" + folder.File("profile"), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder.File("saved"), .. files])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, $"{output}{errors.Result}; apt-get install libreoffice-calc-nogui");
        }
        catch (Win32Exception problem)
        {
            throw new InvalidOperationException("soffice is missing; apt-get install libreoffice-calc-nogui", problem);
        }
    }
}
