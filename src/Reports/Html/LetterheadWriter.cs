using System.Xml.Linq;
using EmrSec.Reports.Documents;
using static EmrSec.Reports.Html.Markup;

namespace EmrSec.Reports.Html;

/// <summary>Writes the head of the paper and of annexes (30/2020/NĐ-CP, Phụ lục I, phần II, mục 1–5).</summary>
/// <param name="headings">Writes titles.</param>
internal sealed class LetterheadWriter(HeadingWriter headings)
{
    /// <summary>Bodies on the left, Quốc hiệu on the right; a công văn's «V/v» is its title.</summary>
    /// <param name="head">The letterhead.</param>
    public XElement Write(Letterhead head) => El(
        "header",
        Class("letterhead"),
        El(
            "div",
            head.SuperiorBody is { } superior ? El("p", Class("nation"), RunWriter.Write(superior, isUpper: true)) : null,
            El("p", Class("nation"), El("b", Class("ruled"), RunWriter.Write(head.IssuingBody, isUpper: true)))),
        El(
            "div",
            El("p", Class("nation", "whole-line"), El("b", Letterhead.Nation)),
            El("p", El("b", Class("ruled", "whole"), Letterhead.Motto))),
        El(
            "div",
            head.Number is { } number ? El("p", Class("number"), RunWriter.Write(number)) : null,
            head.Regarding is { } regarding ? headings.Title("regarding", regarding.ToString(), RunWriter.Write(regarding)) : null),
        El("div", head.PlaceAndDate is { } place ? El("p", El("i", RunWriter.Write(place))) : null));

    /// <summary>The paper's kind and its trích yếu, and who decides.</summary>
    /// <param name="title">The title.</param>
    public IEnumerable<XElement> Write(TitleBlock title)
    {
        yield return headings.Title(
            "title",
            title.Abstract is { } summary ? $"{title.Kind} {summary}" : title.Kind,
            El("span", RunWriter.Lines(title.Kind, isUpper: true)),
            title.Abstract is null ? null : " ",
            title.Abstract is { } about ? El("span", El("span", Class("ruled"), RunWriter.Write(about))) : null);
        if (title.Authority is { } authority)
        {
            yield return El("p", Class("authority"), El("b", RunWriter.Write(authority, isUpper: true)));
        }
    }

    /// <summary>An annex's label, title and what it is attached to.</summary>
    /// <param name="annex">The annex.</param>
    public XElement Write(Annex annex) => El(
        "header",
        Class("annex"),
        headings.Title(
            "title",
            $"{annex.Label}. {annex.Title}",
            El("span", Class("annex-label"), RunWriter.Lines(annex.Label)),
            " ",
            El("span", RunWriter.Write(annex.Title, isUpper: true))),
        annex.Attachment is { } attachment ? El("p", El("i", RunWriter.Write(attachment))) : null);

    /// <summary>«Kính gửi:» and whom.</summary>
    /// <param name="recipients">Whom.</param>
    public static XElement Write(Recipients recipients)
    {
        var names = recipients.Names;
        return names.Count == 1
            ? El("p", Class("recipient"), "Kính gửi: ", RunWriter.Write(names[0]))
            : El("div", Class("recipients"), El("p", "Kính gửi:"), Dashed(names));
    }

    /// <summary>The căn cứ, a line each.</summary>
    /// <param name="grounds">The căn cứ.</param>
    public static IEnumerable<XElement> Write(LegalGrounds grounds) =>
        grounds.Lines.Select((line, i) => El("p", El("i", RunWriter.Write(line), Ending(line, i == grounds.Lines.Count - 1))));

    /// <summary>Lines with a dash before each.</summary>
    /// <param name="lines">The lines.</param>
    public static XElement Dashed(IReadOnlyList<RichText> lines) => El(
        "ul",
        At("role", "list"),
        lines.Select((line, i) => El("li", "- ", RunWriter.Write(line), Ending(line, i == lines.Count - 1))));

    private static string Ending(RichText line, bool isLast) => Pdf.Layout.OpeningFlow.Ending(line, isLast);
}
