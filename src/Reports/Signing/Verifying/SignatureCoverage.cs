using System.Security.Cryptography;
using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>Which bytes a signature covers: everything up to an end, but for the one hexadecimal string that is the signature itself.</summary>
internal sealed class SignatureCoverage
{
    private readonly ByteSource _source;

    private SignatureCoverage(ByteSource source, long gapStart, long gapEnd, long end, byte[] contents) =>
        (_source, GapStart, GapEnd, End, Contents) = (source, gapStart, gapEnd, end, contents);

    /// <summary>Where the opening bracket of Contents is.</summary>
    public long GapStart { get; }

    /// <summary>Right behind its closing bracket.</summary>
    public long GapEnd { get; }

    /// <summary>Right behind the last byte covered.</summary>
    public long End { get; }

    /// <summary>The bytes of Contents, padding included.</summary>
    public byte[] Contents { get; }

    /// <summary>
    /// Reads ByteRange and Contents, strictly: <c>[0 a b c]</c>, where a is the first and b the byte behind the last of the direct hexadecimal
    /// string that stands under Contents in the dictionary reached through the form. Anything else is a forgery or cannot be told from one.
    /// </summary>
    /// <returns>The coverage, or the verdict on why there is none.</returns>
    public static (SignatureCoverage? Coverage, Verdict? Verdict) Read(ByteSource source, PdfDictionary signature)
    {
        if (signature["Contents"] is not PdfString contents || signature["ByteRange"] is not PdfArray { Items.Count: > 0 } range)
        {
            return Incomplete("từ điển chữ ký thiếu Contents hoặc ByteRange, hoặc chúng không nằm trực tiếp trong đó");
        }

        if (contents.Offset < 0 || !contents.IsHex || !contents.IsPlainHex)
        {
            return Incomplete("Contents không phải một chuỗi thập lục phân liền mạch trong tệp");
        }

        if (contents.Bytes.AsSpan().IndexOfAnyExcept((byte)0) < 0)
        {
            return Incomplete("Contents rỗng hoặc toàn số 0");
        }

        if (range.Items is not [PdfInteger { Value: 0 }, PdfInteger first, PdfInteger second, PdfInteger length])
        {
            return Wrong("ByteRange không có dạng [0 a b c]");
        }

        if (first.Value != contents.Offset || second.Value != contents.End)
        {
            return Wrong("khoảng bỏ trống của ByteRange không đúng bằng chuỗi Contents");
        }

        return length.Value > 0 && length.Value <= source.Length - second.Value
            ? (new SignatureCoverage(source, contents.Offset, contents.End, second.Value + length.Value, contents.Bytes), null)
            : Wrong("ByteRange vượt ra ngoài tệp hoặc không phủ phần sau chữ ký");
    }

    /// <summary>The hash of what is covered.</summary>
    public byte[] Hash(HashAlgorithmName algorithm)
    {
        using var hasher = IncrementalHash.CreateHash(algorithm);
        _source.Visit(0, GapStart, hasher.AppendData);
        _source.Visit(GapEnd, End - GapEnd, hasher.AppendData);
        return hasher.GetHashAndReset();
    }

    private static (SignatureCoverage?, Verdict?) Incomplete(string words) => (null, Verdict.Failed(SubIndication.FormatFailure, SignatureProblem.SignatureIncomplete, words));

    private static (SignatureCoverage?, Verdict?) Wrong(string words) => (null, Verdict.Failed(SubIndication.FormatFailure, SignatureProblem.ByteRangeWrong, words));
}
