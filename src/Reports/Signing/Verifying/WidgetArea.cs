using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>How much room an annotation takes.</summary>
internal static class WidgetArea
{
    /// <summary>A signature that covers more of its page than this is taken for something that hides what is below.</summary>
    public const decimal LargestShare = 0.15m;

    /// <summary>The area in square points; null where it has no proper rectangle.</summary>
    public static decimal? Of(PdfDocument document, PdfDictionary widget) => Area(document, document.Array(widget["Rect"]));

    /// <summary>The area of the page that an annotation names; of A4 where it names none.</summary>
    public static decimal OfPage(PdfDocument document, PdfDictionary widget)
    {
        var node = document.Dictionary(widget["P"]);
        for (var steps = 0; node is not null && steps < PdfLimits.Depth; steps++)
        {
            if (document.Array(node["MediaBox"]) is { } box)
            {
                return Area(document, box) ?? 0;
            }

            node = document.Dictionary(node["Parent"]);
        }

        return 595 * 842;
    }

    private static decimal? Area(PdfDocument document, PdfArray? rectangle)
    {
        if (rectangle is not { Items.Count: 4 })
        {
            return null;
        }

        Span<decimal> numbers = stackalloc decimal[4];
        for (var i = 0; i < 4; i++)
        {
            switch (document.Resolve(rectangle.Items[i]))
            {
                case PdfInteger integer:
                    numbers[i] = Math.Clamp(integer.Value, -1_000_000, 1_000_000);
                    break;
                case PdfReal real:
                    numbers[i] = Math.Clamp(real.Value, -1_000_000, 1_000_000);
                    break;
                default:
                    return null;
            }
        }

        return Math.Abs(numbers[2] - numbers[0]) * Math.Abs(numbers[3] - numbers[1]);
    }
}
