using System.Xml.Linq;
using EmrSec.Reports.Documents;
using static EmrSec.Reports.Html.Markup;

namespace EmrSec.Reports.Html;

/// <summary>Writes signers and «Nơi nhận» (30/2020/NĐ-CP, Phụ lục I, phần II, mục 7–9).</summary>
internal static class SignatureWriter
{
    /// <summary>One signer beside «Nơi nhận»; several in pairs, «Nơi nhận» under them.</summary>
    /// <param name="block">The block.</param>
    public static XElement Write(SignatureBlock block)
    {
        var distribution = block.Distribution.Count == 0
            ? null
            : El("div", Class("distribution"), El("p", El("b", El("i", "Nơi nhận:"))), LetterheadWriter.Dashed(block.Distribution));
        var signers = block.Signers.Select((signer, i) => Write(signer, isAlone: i == block.Signers.Count - 1 && i % 2 == 0)).ToList();
        return block.Signers.Count > 1
            ? El("footer", Class("signatures"), signers, distribution)
            : El("footer", Class("signatures"), distribution, signers);
    }

    private static XElement Write(Signer signer, bool isAlone) => El(
        "div",
        Class("signer", isAlone ? "alone" : null),
        signer.Titles.Select(title => El("p", El("b", RunWriter.Write(title, isUpper: true)))),
        El("p", Class("name"), El("b", RunWriter.Write(signer.Name ?? RichText.Empty))));
}
