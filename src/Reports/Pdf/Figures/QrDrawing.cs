using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Layout;
using QRCoder;

namespace EmrSec.Reports.Pdf.Figures;

/// <summary>A QR code of squares, its quiet zone included.</summary>
internal sealed class QrDrawing : FigureDrawing
{
    private const int MostCharacters = 2000;
    private readonly QRCodeData _data;

    private QrDrawing(QRCodeData data, double width) => (_data, Width, Height) = (data, width, width);

    public static QrDrawing? Make(QrCode code, double width, Place place)
    {
        if (code.Text.Length is 0 or > MostCharacters)
        {
            place.Error("VB011", "mã QR phải chứa từ 1 đến 2.000 ký tự", "rút ngắn nội dung của mã QR");
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
