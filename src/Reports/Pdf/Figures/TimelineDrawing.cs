using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Layout;

namespace EmrSec.Reports.Pdf.Figures;

/// <summary>
/// Events one under the other in the order of their dates: date, mark on a line of time drawn to scale, and text. A mark is empty
/// (open), full (done) or crossed (overdue), and its text says so too.
/// </summary>
internal sealed class TimelineDrawing : FigureDrawing
{
    private const double Mark = 4;
    private const double DateWidth = 60;
    private const double ScaleWidth = 130;
    private readonly TimelineEvent[] _events;
    private readonly IReadOnlyList<FlowItem>[] _texts;
    private readonly FigurePen _pen;
    private readonly DateOnly? _asOf;
    private readonly DateOnly _from;
    private readonly int _days;

    public TimelineDrawing(Timeline timeline, FigurePen pen, double width)
    {
        (_pen, _asOf, Width) = (pen, timeline.AsOf, width);
        _events = [.. timeline.Events.OrderBy(each => each.Date)];
        _from = timeline.AsOf is { } day && day < _events[0].Date ? day : _events[0].Date;
        var to = timeline.AsOf is { } last && last > _events[^1].Date ? last : _events[^1].Date;
        _days = Math.Max(1, to.DayNumber - _from.DayNumber);
        _texts = [.. _events.Select(each => pen.Lines($"{each.Text} ({State(each.State)})", width - DateWidth - ScaleWidth - 12, TextAlignment.Left))];
        Height = Header + _texts.Sum(Row);
    }

    private double Header => _asOf is null ? 0 : _pen.LineHeight + 4;

    public override void Draw(PageCanvas page, double x, double y)
    {
        var bottom = y + Height;
        if (_asOf is { } day)
        {
            var at = At(x, day);
            FlowItem.DrawAll(_pen.Lines(Date(day), DateWidth, TextAlignment.Centre, RunStyle.Bold), page, at - (DateWidth / 2), y);
            page.Path.Raw("[2 2] 0 d\n"u8);
            page.Line(at, y + Header - 3, at, bottom, 0.8);
            page.Path.Raw("[] 0 d\n"u8);
            y += Header;
        }

        for (var i = 0; i < _events.Length; i++)
        {
            var height = Row(_texts[i]);
            var middle = y + (_pen.LineHeight / 2);
            FlowItem.DrawAll(_pen.Lines(Date(_events[i].Date), DateWidth, TextAlignment.Left), page, x, y);
            page.Line(x + DateWidth + Mark, middle, x + DateWidth + ScaleWidth - Mark, middle, 0.3);
            DrawMark(page, _events[i].State, At(x, _events[i].Date), middle);
            FlowItem.DrawAll(_texts[i], page, x + DateWidth + ScaleWidth + 12, y);
            y += height;
        }
    }

    private static void DrawMark(PageCanvas page, EventState state, double x, double y)
    {
        page.Grey(state == EventState.Done ? 0 : 1);
        page.Fill(x - Mark, y - Mark, 2 * Mark, 2 * Mark);
        page.Grey(0);
        page.Frame(x - Mark, y - Mark, 2 * Mark, 2 * Mark, 0.8);
        if (state == EventState.Overdue)
        {
            page.Line(x - Mark, y - Mark, x + Mark, y + Mark, 0.8);
            page.Line(x - Mark, y + Mark, x + Mark, y - Mark, 0.8);
        }
    }

    private double At(double x, DateOnly date) => x + DateWidth + (2 * Mark) + ((ScaleWidth - (4 * Mark)) * (date.DayNumber - _from.DayNumber) / _days);

    private static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string State(EventState state) => state switch
    {
        EventState.Done => "đã xong",
        EventState.Overdue => "quá hạn",
        _ => "chưa đến hạn",
    };

    private static double Row(IReadOnlyList<FlowItem> text) => FlowItem.Total(text) + 6;
}
