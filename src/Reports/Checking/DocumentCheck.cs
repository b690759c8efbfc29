using EmrSec.Reports.Documents;
using EmrSec.Reports.Drawings;
using EmrSec.Reports.Pdf.Figures;
using EmrSec.Reports.Pdf.Layout;

namespace EmrSec.Reports.Checking;

/// <summary>
/// What no output may carry, found before anything is written: the PDF writer finds the same while it sets the text, and more that
/// only concerns its font.
/// </summary>
internal sealed class DocumentCheck
{
    private const int MostQrCharacters = 2000;
    private readonly Place _place = new();
    private readonly SignatureFieldNames _fields = new();
    private readonly TextCheck _text;
    private int _tables;

    private DocumentCheck(Document document) => _text = new TextCheck(_place, document.IsDraft);

    /// <summary>Refuses a document with errors.</summary>
    /// <param name="document">The document.</param>
    /// <exception cref="ArgumentException">It has no section.</exception>
    /// <exception cref="DocumentException">It has errors.</exception>
    public static void Require(Document document)
    {
        if (document.Sections.Count == 0)
        {
            throw new ArgumentException("A document has at least one section.", nameof(document));
        }

        var check = new DocumentCheck(document);
        DocumentText.Check(document.Info, check._place);
        if (document.Attachment is { } mark)
        {
            check.Check(mark);
        }

        foreach (var section in document.Sections)
        {
            check.Check(section);
        }

        check._text.CheckLinks();
        if (check._place.HasErrors)
        {
            throw new DocumentException(check._place.Findings);
        }
    }

    private void Check(AttachmentMark mark)
    {
        _place.What = "dấu của văn bản kèm theo";
        _text.Check(mark.Number);
        _fields.Check(mark.FieldName, _place);
    }

    private void Check(Section section)
    {
        if (section.Annex is { } annex)
        {
            (_place.Heading, _place.What) = (null, "tiêu đề phụ lục");
            _text.Check(annex.Label);
            _text.Check(annex.Title, annex.Attachment);
        }

        Check(section.Blocks);
    }

    private void Check(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Check(block);
        }
    }

    private void Check(Block block)
    {
        _place.What = What(block);
        switch (block)
        {
            case Paragraph paragraph:
                _text.Check(paragraph.Runs);
                break;
            case Heading heading:
                _text.Check(heading);
                break;
            case Letterhead head:
                _text.Check(head.SuperiorBody, head.IssuingBody, head.Number, head.PlaceAndDate, head.Regarding);
                break;
            case TitleBlock title:
                _text.Check(title.Kind);
                _text.Check(title.Abstract, title.Authority);
                break;
            case Recipients recipients:
                _text.Check([.. recipients.Names]);
                break;
            case LegalGrounds grounds:
                _text.Check([.. grounds.Lines]);
                break;
            case BlockList list:
                foreach (var item in list.Items)
                {
                    Check(item.Blocks);
                }

                break;
            case Table table:
                Check(table);
                break;
            case Figure figure:
                Check(figure);
                break;
            case SignatureBlock signatures:
                Check(signatures);
                break;
        }
    }

    private static string What(Block block) => block switch
    {
        Heading => "tiêu đề",
        Letterhead => "phần đầu văn bản",
        TitleBlock => "tên loại và trích yếu",
        Recipients => "nơi kính gửi",
        LegalGrounds => "căn cứ",
        BlockList => "danh sách",
        Figure => "hình",
        SignatureBlock => "khối chữ ký",
        _ => "đoạn văn",
    };

    private void Check(Table table)
    {
        _place.Table = ++_tables;
        if (TableGrid.Read(table, _place) is { } grid)
        {
            for (var row = 0; row < table.Rows.Count; row++)
            {
                foreach (var cell in grid.Cells(row))
                {
                    (_place.Row, _place.Column) = (row + 1, cell.Column + 1);
                    Check(cell.Cell.Blocks);
                }
            }
        }

        (_place.Row, _place.Column) = (0, 0);
        _text.Check(table.Caption);
        _place.Table = 0;
    }

    private void Check(Figure figure)
    {
        _text.Check(figure.AlternativeText);
        _text.Check(figure.Caption);
        if (string.IsNullOrWhiteSpace(figure.AlternativeText))
        {
            _place.Error("VB008", "hình không có văn bản thay thế", "viết một câu nói hình cho biết gì, cho người không nhìn được hình");
        }

        switch (figure.Content)
        {
            case RasterImage image:
                Check(image);
                break;
            case QrCode { Text.Length: 0 or > MostQrCharacters }:
                _place.Error("VB011", "mã QR phải chứa từ 1 đến 2.000 ký tự", "rút ngắn nội dung của mã QR");
                break;
            case BarChart chart when ChartRules.Accept(chart, _place):
                _text.Check([.. chart.Categories, .. chart.Series.Select(series => series.Name), chart.Unit]);
                break;
            case DonutChart chart when ChartRules.Accept(chart, _place):
                _text.Check([.. chart.Slices.Select(slice => slice.Name), chart.Centre]);
                break;
            case HeatMap chart when ChartRules.Accept(chart, _place):
                _text.Check([.. chart.Columns, .. chart.Rows, .. chart.Cells.SelectMany(row => row).Select(cell => cell?.Label)]);
                break;
            case Timeline chart when ChartRules.Accept(chart, _place):
                _text.Check([.. chart.Events.Select(item => item.Text)]);
                break;
        }
    }

    private void Check(RasterImage image)
    {
        try
        {
            RasterSize.Read(image.Data.Span);
        }
        catch (InvalidDataException)
        {
            _place.Error("VB005", "không đọc được hình: không phải tệp PNG hay JPEG nguyên vẹn", "dùng tệp PNG hoặc JPEG còn nguyên vẹn");
        }
    }

    private void Check(SignatureBlock block)
    {
        foreach (var signer in block.Signers)
        {
            _text.Check([.. signer.Titles, signer.Name]);
            _text.Check(signer.FieldLabel);
            _fields.Check(signer.FieldName, _place);
            if (signer.SealFieldName is { } seal)
            {
                _fields.Check(seal, _place);
            }
        }

        _text.Check([.. block.Distribution]);
    }
}
