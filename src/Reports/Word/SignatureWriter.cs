using System.Xml.Linq;
using EmrSec.Reports.Documents;
using static EmrSec.Reports.Word.Wml;

namespace EmrSec.Reports.Word;

/// <summary>Writes signers and «Nơi nhận», kept on one page (30/2020/NĐ-CP, Phụ lục I, phần II, mục 7–9).</summary>
/// <param name="blocks">Writes text.</param>
/// <param name="sizes">The type sizes.</param>
internal sealed class SignatureWriter(BlockWriter blocks, TypeSizes sizes)
{
    // Room for the signature's image, in points.
    private const decimal Room = 75;
    private readonly LetterheadWriter _layout = new(blocks, sizes);

    /// <summary>A signature block: one signer beside «Nơi nhận»; several side by side in pairs from left to right, «Nơi nhận» under them.</summary>
    /// <param name="block">The block.</param>
    /// <param name="width">The width of the text, in millimetres.</param>
    public IEnumerable<XElement> Write(SignatureBlock block, decimal width)
    {
        var distribution = Distribution(block.Distribution);
        var rows = new List<XElement?[][]>();
        if (block.Signers.Count <= 1)
        {
            rows.Add([distribution, block.Signers.Count == 0 ? [Empty()] : Signer(block.Signers[0])]);
        }
        else
        {
            rows.AddRange(block.Signers.Chunk(2).Select(pair => pair.Length > 1 ? new[] { Signer(pair[0]), Signer(pair[1]) } : [[Empty()], Signer(pair[0])]));
            if (block.Distribution.Count > 0)
            {
                rows.Add([[Empty()], [Empty()]]);
                rows.Add([distribution, [Empty()]]);
            }
        }

        yield return BlockWriter.Paragraph([El("keepNext")]);
        yield return LetterheadWriter.Borderless([width / 2, width / 2], rows);
        yield return El("p", El("pPr", El("spacing", At("line", 20), At("lineRule", "exact"))));
    }

    private XElement[] Signer(Signer signer) =>
    [
        .. signer.Titles.Select(title => _layout.Centred(title, new Look(RunStyle.Bold, IsUpper: true))),
        _layout.Centred(signer.Name ?? RichText.Empty, new Look(RunStyle.Bold), Room),
    ];

    private XElement?[] Distribution(IReadOnlyList<RichText> lines)
    {
        if (lines.Count == 0)
        {
            return [Empty()];
        }

        return
        [
            BlockWriter.Paragraph([El("keepNext")], RunWriter.Run("Nơi nhận:", new Look(RunStyle.Bold | RunStyle.Italic, TypeSizes.Distribution))),
            .. lines.Select((line, i) => BlockWriter.Paragraph([El("keepNext")], Line(line, i == lines.Count - 1))),
        ];
    }

    private IEnumerable<XElement> Line(RichText line, bool isLast)
    {
        var look = new Look(Size: TypeSizes.DistributionLine);
        var end = line.ToString().TrimEnd() is [.., ';' or '.'] ? "" : isLast ? "." : ";";
        return [RunWriter.Run("- ", look), .. blocks.Runs(line, look), .. end.Length == 0 ? Array.Empty<XElement>() : [RunWriter.Run(end, look)]];
    }

    private static XElement Empty() => BlockWriter.Paragraph([El("keepNext")]);
}
