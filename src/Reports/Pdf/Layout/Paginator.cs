using System.Runtime.InteropServices;
using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>Fills pages: what belongs together stays together where a page can hold it.</summary>
internal sealed class Paginator : IDisposable
{
    private const double Tolerance = 0.01;

    private readonly FlowShared _shared;
    private readonly FlowItem? _attachment;
    private readonly List<PageCanvas> _pages = [];
    private PageFrame _frame;
    private PageCanvas _page = null!;
    private double _y;
    private int _number;

    /// <summary>Begins.</summary>
    /// <param name="shared">The document.</param>
    /// <param name="attachment">What stands in the top margin of page 1; null for nothing.</param>
    public Paginator(FlowShared shared, FlowItem? attachment) =>
        (_shared, _attachment, _frame) = (shared, attachment, PageFrame.Of(shared.Document.Style, PageOrientation.Portrait));

    public IReadOnlyList<PageCanvas> Pages => _pages;

    public void Dispose() => _pages.ForEach(page => page.Dispose());

    private double Bottom => _frame.Top + _frame.ContentHeight;

    private bool IsAtTop => _y <= _frame.Top + Tolerance;

    /// <summary>Sets a section's items, beginning on a new page.</summary>
    public void Set(Section section, List<FlowItem> items)
    {
        _frame = PageFrame.Of(_shared.Document.Style, section.Orientation);
        _number = section.Annex is null ? _number : 0;
        NewPage();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is PageBreakItem)
            {
                if (!IsAtTop)
                {
                    NewPage();
                }
            }
            else
            {
                if (i == 0 || !items[i - 1].KeepWithNext)
                {
                    KeepTogether(items, i);
                }

                Place(items[i]);
            }
        }
    }

    // Begins a page where a chain of items does not fit on this one, but would on the next.
    private void KeepTogether(List<FlowItem> items, int first)
    {
        var needed = IsAtTop ? 0 : items[first].SpaceBefore;
        var i = first;
        for (; i < items.Count - 1 && items[i].KeepWithNext && items[i + 1] is not PageBreakItem; i++)
        {
            needed += items[i].Height + items[i + 1].SpaceBefore;
        }

        needed += items[i].LeastHeight;
        if (!IsAtTop && needed > Bottom - _y + Tolerance && needed - items[first].SpaceBefore <= _frame.ContentHeight)
        {
            NewPage(items[first]);
        }
    }

    private void Place(FlowItem item)
    {
        var rest = item;
        while (true)
        {
            var y = _y + (IsAtTop ? 0 : rest.SpaceBefore);
            if (y + rest.Height <= Bottom + Tolerance)
            {
                Draw(rest, y);
                return;
            }

            var (first, after) = y + rest.LeastHeight <= Bottom + Tolerance ? rest.Split(Bottom - y) : (null, rest);
            if (first is not null)
            {
                Draw(first, y);
                rest = after;
            }
            else if (HoldsOnlyRepeated)
            {
                // Taller than a page and not to be broken further: what would run off the page must not be lost unseen.
                _shared.Place.ErrorAt(rest.Where ?? _shared.Place.ToString(), "VB013", "phần này cao hơn một trang, không in hết được", "rút ngắn nội dung, hoặc chia thành nhiều phần");
                return;
            }

            NewPage(rest);
        }
    }

    private void Draw(FlowItem item, double y)
    {
        item.Draw(_page, _frame.Left, y);
        _y = y + item.Height;
        HoldsOnlyRepeated = false;
    }

    private bool HoldsOnlyRepeated { get; set; }

    private void NewPage(FlowItem? next = null)
    {
        _page = new PageCanvas(_pages.Count, _frame.Width, _frame.Height);
        _pages.Add(_page);
        _number++;
        _y = _frame.Top;
        DrawWatermark();
        DrawNumber();
        if (_pages.Count == 1)
        {
            _attachment?.Draw(_page, _frame.Left, 0);
        }

        if (next?.Repeated is { } repeated)
        {
            repeated.Draw(_page, _frame.Left, _y);
            _y += repeated.Height;
        }

        HoldsOnlyRepeated = true;
    }

    // 30/2020/NĐ-CP, Phụ lục I, phần II, mục 7: in the middle of the top margin, not on the first page.
    private void DrawNumber()
    {
        if (_number == 1)
        {
            return;
        }

        var size = _shared.Sizes.Body;
        var text = new ShapedText(size);
        _shared.Shaper.Append(text, _number.ToString(CultureInfo.InvariantCulture), RunStyle.None, element: null);
        _page.Mark(null);
        var middle = _frame.Left + (_frame.ContentWidth / 2);
        _page.Glyphs(text.Glyphs, text.Formats[0], middle - (text.Width() / 2), (_frame.Top / 2) + (size / 2), 0);
    }

    private void DrawWatermark()
    {
        if (!_shared.Document.IsDraft)
        {
            return;
        }

        const double Size = 96;
        var text = new ShapedText(Size);
        _shared.Shaper.Append(text, "DỰ THẢO", RunStyle.Bold, element: null);
        var (cosine, half) = (Math.Sqrt(0.5), text.Width() / 2);
        var lift = Size * 0.33;
        _page.Mark(null);
        _page.Grey(0.88);
        _page.Turned(text.Glyphs, text.Formats[0], cosine, cosine, (_page.Width / 2) - (cosine * (half - lift)), (_page.Height / 2) - (cosine * (half + lift)));
        _page.Grey(0);
    }
}

/// <summary>A page and its margins, in points.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PageFrame(double Width, double Height, double Top, double Left, double ContentWidth, double ContentHeight)
{
    private static readonly double Short = Points.FromMillimetres(210.0);
    private static readonly double Long = Points.FromMillimetres(297.0);

    public static PageFrame Of(DocumentStyle style, PageOrientation orientation)
    {
        var (width, height) = orientation == PageOrientation.Portrait ? (Short, Long) : (Long, Short);
        var (top, bottom) = (Points.FromMillimetres(style.TopMargin), Points.FromMillimetres(style.BottomMargin));
        var (left, right) = (Points.FromMillimetres(style.LeftMargin), Points.FromMillimetres(style.RightMargin));
        return new PageFrame(width, height, top, left, width - left - right, height - top - bottom);
    }
}
