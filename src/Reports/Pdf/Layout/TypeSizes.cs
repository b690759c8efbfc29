using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>Type sizes in points (30/2020/NĐ-CP, Phụ lục I, phần V): one scale for the whole document.</summary>
internal sealed class TypeSizes(TypeScale scale)
{
    private readonly double _more = scale == TypeScale.Large ? 1 : 0;

    /// <summary>Quốc hiệu and the bodies' names, 12–13.</summary>
    public double Nation => 12 + _more;

    /// <summary>«V/v …», 12–13.</summary>
    public double Regarding => 12 + _more;

    /// <summary>Number and sign, 13.</summary>
    public const double Number = 13;

    /// <summary>Body, tiêu ngữ, place and date, titles, signers, page numbers, 13–14.</summary>
    public double Body => 13 + _more;

    /// <summary>«Phụ lục I», 14.</summary>
    public const double Annex = 14;

    /// <summary>«Nơi nhận:», 12.</summary>
    public const double DistributionTitle = 12;

    /// <summary>Its lines, 11.</summary>
    public const double Distribution = 11;

    /// <summary>Number and time on an attached document, 10.</summary>
    public const double Attachment = 10;

    /// <summary>Text in charts.</summary>
    public const double Chart = 10;
}

/// <summary>Lengths.</summary>
internal static class Points
{
    private const double PerMillimetre = 72 / 25.4;

    public static double FromMillimetres(decimal millimetres) => (double)millimetres * PerMillimetre;

    public static double FromMillimetres(double millimetres) => millimetres * PerMillimetre;
}
