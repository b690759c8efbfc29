namespace EmrSec.Reports.Documents;

/// <summary>Who signs, and where.</summary>
/// <param name="Titles">The lines above the signature, such as «KT. GIÁM ĐỐC» and «PHÓ GIÁM ĐỐC»; bold capitals.</param>
/// <param name="Name">The signer's full name under the signature; null = left blank.</param>
/// <param name="FieldName">The name of the signature field: ASCII letters, digits and «-», unique in the document.</param>
public sealed record Signer(IReadOnlyList<RichText> Titles, RichText? Name, string FieldName)
{
    /// <summary>
    /// The name of the field for the body's own signature, laid over the left third of the signer's
    /// (30/2020/NĐ-CP, Phụ lục I, phần II, mục 8); null where the body does not sign.
    /// </summary>
    public string? SealFieldName { get; init; }

    /// <summary>What the field is called to who cannot see it; null = «Chữ ký của …».</summary>
    public string? FieldLabel { get; init; }
}

/// <summary>The signers and «Nơi nhận». Stays on one page with the last two lines before it.</summary>
/// <param name="Signers">One: at the right, «Nơi nhận» at the left, level with it. Several: side by side in pairs, from left to right, «Nơi nhận» under them.</param>
/// <param name="Distribution">The lines of «Nơi nhận» without dashes, the last being «Lưu: VT, …»; empty for none.</param>
public sealed record SignatureBlock(IReadOnlyList<Signer> Signers, IReadOnlyList<RichText> Distribution) : Block;
