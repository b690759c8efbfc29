using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Figures;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>Lays out figures and their captions.</summary>
internal static class FigureFlow
{
    // Shares of a page's height: room for a caption; in a cell also for header rows, repeated up to half a page.
    private const double MostOnPage = 0.85;
    private const double MostInCell = 0.45;

    public static void Add(FlowBuilder flow, Figure figure)
    {
        if (!flow.Settings.InCell)
        {
            flow.Place.What = "hình";
        }

        if (string.IsNullOrWhiteSpace(figure.AlternativeText))
        {
            flow.Place.Error("VB008", "hình không có văn bản thay thế", "viết một câu nói hình cho biết gì, cho người không nhìn được hình");
            return;
        }

        DocumentText.Check(figure.AlternativeText.Replace('\n', ' '), flow.Place);
        var most = flow.Settings.Width;
        var width = figure.Width is { } wanted ? Math.Min(Points.FromMillimetres(wanted), most) : most;
        var element = new StructElement("Figure", flow.Parent) { Alternative = TextShaper.Normal(figure.AlternativeText) };
        var pen = new FigurePen(flow.Shared.Shaper, TypeSizes.Chart, element);
        if (Drawing(figure.Content, pen, flow, width) is not { } drawing)
        {
            return;
        }

        var item = new FigureItem(drawing, element, most, flow.Settings.Height * (flow.Settings.InCell ? MostInCell : MostOnPage)) { SpaceBefore = flow.Settings.Spacing, KeepWithNext = figure.Caption is not null };
        flow.Items.Add(item);
        if (figure.Caption is { } caption)
        {
            flow.AddLines(flow.Shape(caption, new StructElement("Caption", element, late: true), RunStyle.Italic), TextAlignment.Centre, 0, 3, keepWithNext: false);
        }
    }

    private static FigureDrawing? Drawing(FigureContent content, FigurePen pen, FlowBuilder flow, double width) => content switch
    {
        RasterImage image => flow.Shared.Images.Add(image, flow.Place) is { } stored ? new ImageDrawing(stored, width) : null,
        QrCode code => QrDrawing.Make(code, Math.Min(width, Points.FromMillimetres(60.0)), flow.Place),
        BarChart chart => ChartRules.Accept(chart, flow.Place) ? BarDrawing.Make(chart, pen, width) : null,
        DonutChart chart => ChartRules.Accept(chart, flow.Place) ? new DonutDrawing(chart, pen, width) : null,
        HeatMap chart => ChartRules.Accept(chart, flow.Place) ? new HeatDrawing(chart, pen, width) : null,
        Timeline chart => ChartRules.Accept(chart, flow.Place) ? new TimelineDrawing(chart, pen, width) : null,
        _ => throw new NotSupportedException($"No drawing for {content.GetType().Name}."),
    };
}

/// <summary>A figure in the column, centred; made smaller as a whole where it is taller than a page.</summary>
internal sealed class FigureItem : FlowItem
{
    private readonly FigureDrawing _drawing;
    private readonly StructElement _element;
    private readonly double _column;
    private readonly double _scale;

    public FigureItem(FigureDrawing drawing, StructElement element, double column, double most)
    {
        (_drawing, _element, _column) = (drawing, element, column);
        _scale = Math.Min(1, most / drawing.Height);
        Height = drawing.Height * _scale;
    }

    public override void Draw(PageCanvas page, double x, double y)
    {
        var width = _drawing.Width * _scale;
        var left = x + ((_column - width) / 2);
        _element.Attributes = string.Create(
            CultureInfo.InvariantCulture,
            $"/O/Layout/Placement/Block/BBox[{left:0.##} {page.Height - y - Height:0.##} {left + width:0.##} {page.Height - y:0.##}]");
        page.Mark(_element);
        if (_scale < 1)
        {
            page.Save();
            page.Path.Operands(_scale, 0, 0, _scale, left, page.Height - y - (page.Height * _scale)).Raw("cm\n"u8);
            _drawing.Draw(page, 0, 0);
            page.Restore();
        }
        else
        {
            _drawing.Draw(page, left, y);
        }

        page.Close();
    }
}
