using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Layout;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf;

/// <summary>
/// Writes documents as PDF/A-2a (ISO 19005-2), tagged for screen readers (ISO 14289-1), laid out after 30/2020/NĐ-CP, Phụ lục I.
/// The same document gives the same bytes; safe to use from several threads.
/// </summary>
public static class PdfWriter
{
    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Where the file goes; nothing is written where there is an error.</param>
    /// <returns>What was found; the codes VB… are explained in <c>docs/ma-loi.md</c>.</returns>
    public static PdfResult Write(Document document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        if (document.Sections.Count == 0)
        {
            throw new ArgumentException("A document has at least one section.", nameof(document));
        }

        var place = new Place();
        DocumentText.Check(document.Info, place);
        var shared = new FlowShared(document, place);
        var root = new StructElement("Document", null);
        using var paginator = new Paginator(shared);
        foreach (var section in document.Sections)
        {
            paginator.Set(section, Flow(shared, section, new StructElement("Sect", root)));
        }

        LinkTargets.Check(paginator.Pages, shared.Anchors, place);
        if (place.HasErrors)
        {
            return new PdfResult(place.Findings, 0);
        }

        using var assembly = new PdfAssembly(shared, paginator.Pages, root);
        output.Write(assembly.Write().Span);
        return new PdfResult(place.Findings, paginator.Pages.Count);
    }

    private static List<FlowItem> Flow(FlowShared shared, Section section, StructElement element)
    {
        var style = shared.Document.Style;
        var frame = PageFrame.Of(style, section.Orientation);
        var settings = new FlowSettings(frame.ContentWidth, frame.ContentHeight, shared.Sizes.Body, Points.FromMillimetres(style.FirstLineIndent), (double)style.ParagraphSpacing, TextAlignment.Justified, RunStyle.None, InCell: false);
        var flow = new FlowBuilder(shared, settings, element);
        if (section.Annex is { } annex)
        {
            OpeningFlow.AddAnnex(flow, annex);
        }

        flow.AddAll(section.Blocks, mayBeOwn: false);
        return flow.Items;
    }
}
