using System.Text;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Layout;
using QRCoder;

namespace EmrSec.Reports.Pdf.Figures;

/// <summary>A QR code of squares, its quiet zone included.</summary>
internal sealed class QrDrawing : FigureDrawing
{
    private const int MostCharacters = 2000;

    // ISO/IEC 18004: version 40 holds 2,331 bytes at level M, some of which say that the text is UTF-8.
    private const int MostBytes = 2300;

    private readonly QRCodeData _data;

    private QrDrawing(QRCodeData data, double width) => (_data, Width, Height) = (data, width, width);

    public static QrDrawing? Make(QrCode code, double width, Place place)
    {
        if (code.Text.Length is 0 or > MostCharacters || Encoding.UTF8.GetByteCount(code.Text) > MostBytes)
        {
            place.Error("VB011", "mã QR phải chứa từ 1 đến 2.000 ký tự, nhiều nhất 2.300 byte UTF-8", "rút ngắn nội dung của mã QR");
            return null;
        }

        return new QrDrawing(QRCodeGenerator.GenerateQrCode(code.Text, QRCodeGenerator.ECCLevel.M, forceUtf8: true), width);
    }

    public override void Draw(PageCanvas page, double x, double y)
    {
        var modules = _data.ModuleMatrix;
        var size = Width / modules.Count;
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                var start = column;
                while (column < modules.Count && modules[row][column])
                {
                    column++;
                }

                if (column > start)
                {
                    // A hair taller, so that no white line shows between rows.
                    page.Fill(x + (start * size), y + (row * size), (column - start) * size, size + 0.02);
                }
            }
        }
    }
}
