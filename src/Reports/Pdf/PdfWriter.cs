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
    /// <param name="fonts">What it is set in; null = <see cref="FontFamily.LiberationSerif"/>.</param>
    /// <returns>What was found; the codes VB… are explained in <c>docs/ma-loi.md</c>.</returns>
    public static PdfResult Write(Document document, Stream output, FontFamily? fonts = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        if (document.Sections.Count == 0)
        {
            throw new ArgumentException("A document has at least one section.", nameof(document));
        }

        var place = new Place();
        DocumentText.Check(document.Info, place);
        var shared = new FlowShared(document, fonts ?? FontFamily.LiberationSerif, place);
        var root = new StructElement("Document", null);
        using var paginator = new Paginator(shared, Attachment(shared, root));
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
        var flow = new FlowBuilder(shared, Settings(shared, section.Orientation), element);
        if (section.Annex is { } annex)
        {
            OpeningFlow.AddAnnex(flow, annex);
        }

        flow.AddAll(section.Blocks, mayBeOwn: false);
        return flow.Items;
    }

    private static FlowItem? Attachment(FlowShared shared, StructElement root) => shared.Document.Attachment is { } mark
        ? AttachmentFlow.Make(new FlowBuilder(shared, Settings(shared, shared.Document.Sections[0].Orientation), root), mark, Points.FromMillimetres(shared.Document.Style.TopMargin))
        : null;

    private static FlowSettings Settings(FlowShared shared, PageOrientation orientation)
    {
        var style = shared.Document.Style;
        var frame = PageFrame.Of(style, orientation);
        return new FlowSettings(frame.ContentWidth, frame.ContentHeight, shared.Sizes.Body, Points.FromMillimetres(style.FirstLineIndent), (double)style.ParagraphSpacing, TextAlignment.Justified, RunStyle.None, InCell: false);
    }
}
