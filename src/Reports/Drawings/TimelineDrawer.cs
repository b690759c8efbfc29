using EmrSec.Reports.Documents;
using EmrSec.Reports.Templates.Filling;

namespace EmrSec.Reports.Drawings;

/// <summary>Draws events to scale on a line across the top, and under it what each mark stands for.</summary>
internal static class TimelineDrawer
{
    private const decimal Axis = 9;
    private const decimal Mark = 3;

    /// <summary>A timeline.</summary>
    /// <param name="timeline">The chart.</param>
    /// <param name="width">The width in millimetres.</param>
    public static Drawing Draw(Timeline timeline, decimal width)
    {
        var events = timeline.Events.OrderBy(item => item.Date).ToList();
        var days = events.Select(item => item.Date.DayNumber).Concat(timeline.AsOf is { } day ? [day.DayNumber] : []).ToList();
        var (first, last) = (days.Min(), days.Max());
        decimal X(DateOnly date) => 6 + (width - 12) * (date.DayNumber - first) / Math.Max(1, last - first);

        var shapes = new List<Shape> { new Segment(new Point(0, Axis), new Point(width, Axis)) };
        if (timeline.AsOf is { } today)
        {
            shapes.Add(new Segment(new Point(X(today), 4), new Point(X(today), Axis + 8), IsDashed: true));
            shapes.Add(new Caption(Math.Clamp(X(today) - 20, 0, width - 40), 0, 40, 4.5m, [VietnameseText.Date(today)], CaptionAlignment.Centre) { IsBold = true });
        }

        var y = Axis + 10;
        for (var i = 0; i < events.Count; i++)
        {
            Symbol(events[i].State, X(events[i].Date), Axis, shapes);
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            shapes.Add(new Caption(X(events[i].Date) - 4, Axis + 2 + i % 2 * 3.5m, 8, 4, [number], CaptionAlignment.Centre) { Size = 9 });
            y = Line(events[i], number, y, width, shapes);
        }

        return new Drawing(width, y, shapes);
    }

    private static decimal Line(TimelineEvent item, string number, decimal y, decimal width, List<Shape> shapes)
    {
        var state = item.State switch
        {
            EventState.Done => " (đã xong)",
            EventState.Overdue => " (quá hạn)",
            _ => "",
        };
        var lines = TextWrap.Lines($"{number}. {VietnameseText.Date(item.Date)}: {item.Text}{state}", width - 10, ChartDrawer.TextSize);
        var height = Math.Max(5, lines.Count * TextWrap.LineHeight(ChartDrawer.TextSize) + 0.8m);
        Symbol(item.State, 3, y + 2.5m, shapes);
        shapes.Add(new Caption(8, y, width - 8, height, lines, CaptionAlignment.Left));
        return y + height;
    }

    private static void Symbol(EventState state, decimal x, decimal y, List<Shape> shapes)
    {
        shapes.Add(new Box(x - Mark / 2, y - Mark / 2, Mark, Mark, new Fill(FillPattern.Solid, state == EventState.Done ? 0.85m : 0)));
        if (state == EventState.Overdue)
        {
            shapes.Add(new Segment(new Point(x - Mark / 2, y - Mark / 2), new Point(x + Mark / 2, y + Mark / 2)));
            shapes.Add(new Segment(new Point(x - Mark / 2, y + Mark / 2), new Point(x + Mark / 2, y - Mark / 2)));
        }
    }
}
