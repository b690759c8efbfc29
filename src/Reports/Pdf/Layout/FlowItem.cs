namespace EmrSec.Reports.Pdf.Layout;

/// <summary>Something that stands in the column of text, one under the other. Lengths are points.</summary>
internal abstract class FlowItem
{
    public double Height { get; protected set; }

    /// <summary>Space above it; none at the top of a page.</summary>
    public double SpaceBefore { get; set; }

    /// <summary>Whether it stays on the page of what follows.</summary>
    public bool KeepWithNext { get; set; }

    /// <summary>The part of the document that it is, for what may be taller than a page and does not break; null for the others.</summary>
    public string? Where { get; init; }

    /// <summary>The least height that a first part of it can have; its height where it does not break.</summary>
    public virtual double LeastHeight => Height;

    /// <summary>What is drawn again above it when it begins a page; null for nothing.</summary>
    public virtual FlowItem? Repeated => null;

    public abstract void Draw(PageCanvas page, double x, double y);

    /// <summary>Breaks it.</summary>
    /// <param name="room">The height that its first part may have.</param>
    /// <returns>Its parts; the first is null where nothing fits.</returns>
    public virtual (FlowItem? First, FlowItem Remainder) Split(double room) => (null, this);

    public static double Total(IReadOnlyList<FlowItem> items)
    {
        var total = 0.0;
        for (var i = 0; i < items.Count; i++)
        {
            total += items[i].Height + (i == 0 ? 0 : items[i].SpaceBefore);
        }

        return total;
    }

    public static void DrawAll(IReadOnlyList<FlowItem> items, PageCanvas page, double x, double y)
    {
        for (var i = 0; i < items.Count; i++)
        {
            y += i == 0 ? 0 : items[i].SpaceBefore;
            items[i].Draw(page, x, y);
            y += items[i].Height;
        }
    }
}

/// <summary>What follows begins a page.</summary>
internal sealed class PageBreakItem : FlowItem
{
    public override void Draw(PageCanvas page, double x, double y)
    {
    }
}

/// <summary>A centred line, such as under a title.</summary>
internal sealed class RuleItem : FlowItem
{
    private readonly double _width;
    private readonly double _length;

    public RuleItem(double width, double length)
    {
        (_width, _length) = (width, length);
        Height = 4;
    }

    public override void Draw(PageCanvas page, double x, double y)
    {
        page.Mark(null);
        page.Line(x + ((_width - _length) / 2), y + 3, x + ((_width + _length) / 2), y + 3, 0.75);
    }
}

/// <summary>Things set at places of their own, that do not break.</summary>
internal sealed class AssemblyItem : FlowItem
{
    private readonly List<(FlowItem Item, double X, double Y)> _parts = [];
    private readonly List<(double X1, double X2, double Y)> _rules = [];

    public void SetHeight(double height) => Height = height;

    public void Add(FlowItem item, double x, double y) => _parts.Add((item, x, y));

    /// <summary>Sets things one under the other.</summary>
    /// <returns>The height after the last.</returns>
    public double AddAll(IReadOnlyList<FlowItem> items, double x, double y)
    {
        foreach (var item in items)
        {
            Add(item, x, y);
            y += item.Height;
        }

        return y;
    }

    public void AddRule(double x1, double x2, double y) => _rules.Add((x1, x2, y));

    public override void Draw(PageCanvas page, double x, double y)
    {
        foreach (var (item, dx, dy) in _parts)
        {
            item.Draw(page, x + dx, y + dy);
        }

        foreach (var (x1, x2, height) in _rules)
        {
            page.Mark(null);
            page.Line(x + x1, y + height, x + x2, y + height, 0.75);
        }
    }
}
