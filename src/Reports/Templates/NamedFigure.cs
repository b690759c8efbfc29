using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Templates;

/// <summary>A picture, chart or QR code that a template places by name: <c>[[figure name]]</c>.</summary>
/// <param name="Content">What it shows.</param>
/// <param name="AlternativeText">What it says, for who cannot see it; never empty.</param>
public sealed record NamedFigure(FigureContent Content, string AlternativeText);
