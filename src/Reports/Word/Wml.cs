using System.Xml.Linq;

namespace EmrSec.Reports.Word;

/// <summary>Names and units of WordprocessingML (ECMA-376 Part 1).</summary>
internal static class Wml
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace Pic = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    public static readonly XNamespace Wpg = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
    public static readonly XNamespace Wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    public static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public static readonly XNamespace V = "urn:schemas-microsoft-com:vml";
    public static readonly XNamespace O = "urn:schemas-microsoft-com:office:office";

    /// <summary>An element of the main namespace.</summary>
    /// <param name="name">Its local name.</param>
    /// <param name="content">Attributes and children; null ones are left out.</param>
    public static XElement El(string name, params object?[] content) => new(W + name, content);

    /// <summary>An element with «w:val».</summary>
    /// <param name="name">Its local name.</param>
    /// <param name="value">The value.</param>
    public static XElement Val(string name, object value) => new(W + name, At("val", value));

    /// <summary>An attribute of the main namespace.</summary>
    /// <param name="name">Its local name.</param>
    /// <param name="value">The value.</param>
    public static XAttribute At(string name, object value) => new(W + name, Convert.ToString(value, CultureInfo.InvariantCulture)!);

    /// <summary>Millimetres in twentieths of a point.</summary>
    /// <param name="millimetres">The length.</param>
    public static int Twips(decimal millimetres) => (int)Math.Round(millimetres * 1440 / 25.4m, MidpointRounding.AwayFromZero);

    /// <summary>Points in twentieths of a point.</summary>
    /// <param name="points">The length.</param>
    public static int Points(decimal points) => (int)Math.Round(points * 20, MidpointRounding.AwayFromZero);

    /// <summary>Millimetres in English metric units.</summary>
    /// <param name="millimetres">The length.</param>
    public static long Emu(decimal millimetres) => (long)Math.Round(millimetres * 36000, MidpointRounding.AwayFromZero);
}
