using System.Buffers.Text;
using System.Formats.Asn1;
using System.Security.Cryptography;
using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>
/// Verifies the signatures of PDF files. A file passes only if every signature passes and everything that a reader shows is covered by a signature
/// or is a change that signing itself makes. May be used for many files, from several threads.
/// </summary>
public sealed class SignatureVerifier
{
    private readonly VerificationOptions _options;
    private readonly CertificateJudge _certificates;

    /// <summary>Makes a verifier.</summary>
    /// <param name="options">How files are to be checked.</param>
    public SignatureVerifier(VerificationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _certificates) = (options, new CertificateJudge(options.Trust));
    }

    /// <summary>Verifies a file; large ones are not loaded whole.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public FileReport VerifyFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var source = ByteSource.OpenFile(path);
        return Verify(source);
    }

    /// <summary>Verifies a file in memory.</summary>
    /// <param name="pdf">The file.</param>
    public FileReport Verify(byte[] pdf)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        using var source = ByteSource.Of(pdf);
        return Verify(source);
    }

    private FileReport Verify(ByteSource source)
    {
        try
        {
            return VerifyDocument(PdfDocument.Open(source));
        }
        catch (Exception e) when (e is PdfFormatException or AsnContentException or CryptographicException)
        {
            var words = e is PdfFormatException ? e.Message : "cấu trúc chữ ký hỏng";
            return new FileReport(Verdict.Failed(SubIndication.FormatFailure, SignatureProblem.FileMalformed, $"tệp PDF không đúng chuẩn, các phần mềm có thể hiển thị khác nhau: {words}"), []);
        }
    }

    private FileReport VerifyDocument(PdfDocument document)
    {
        if (document.IsEncrypted)
        {
            return new FileReport(Verdict.Indeterminate(SubIndication.FormatFailure, SignatureProblem.FileEncrypted, "tệp được mã hoá nên không kiểm tra được nội dung"), []);
        }

        var candidates = FormFields.Read(document)
            .Where(field => field is { IsSignature: true, Value: not null })
            .Select(field => SignatureCandidate.Read(document, field))
            .OrderBy(candidate => candidate.Coverage?.End ?? 0)
            .ToList();
        var judge = new SignatureJudge(document, candidates, _options, _certificates);
        var reports = candidates.AsEnumerable().Reverse().Select(judge.Judge).Reverse().ToList();
        MarkLateCertifications(reports);
        return new FileReport(JudgeFile(document, candidates, reports), reports);
    }

    // ISO 32000-1, 12.8.2.2.1: only the first signature of a file can certify it.
    private static void MarkLateCertifications(List<SignatureReport> reports)
    {
        var first = reports.FindIndex(report => !report.IsTimestamp);
        for (var i = 0; i < reports.Count; i++)
        {
            if (i != first && reports[i].Certifies is not null && reports[i].Verdict.Indication != Indication.Failed)
            {
                reports[i] = reports[i] with { Verdict = Verdict.Failed(SubIndication.FormatFailure, SignatureProblem.LateCertification, "chữ ký chứng nhận không phải là chữ ký đầu tiên của tệp") };
            }
        }
    }

    private Verdict JudgeFile(PdfDocument document, List<SignatureCandidate> candidates, List<SignatureReport> reports)
    {
        var worst = reports.Find(report => report.Verdict.Indication == Indication.Failed) ?? reports.Find(report => report.Verdict.Indication == Indication.Indeterminate);
        if (worst is { Verdict.Indication: Indication.Failed })
        {
            return Of(worst);
        }

        if (FindRemoved(document.Source, candidates) is { } removed)
        {
            return Verdict.Failed(SubIndication.FormatFailure, SignatureProblem.SignatureRemoved, $"trong tệp có chữ ký đã bị gỡ khỏi biểu mẫu (byte {removed.ToString(CultureInfo.InvariantCulture)})");
        }

        var count = reports.Count(report => !report.IsTimestamp);
        if (_options.ExpectedCount is { } expected && expected != count)
        {
            return Verdict.Failed(SubIndication.SignedDataNotFound, SignatureProblem.CountDiffers, $"cần {expected.ToString(CultureInfo.InvariantCulture)} chữ ký, tệp có {count.ToString(CultureInfo.InvariantCulture)}");
        }

        return count == 0
            ? Verdict.Failed(SubIndication.SignedDataNotFound, SignatureProblem.NoSignature, "tệp không có chữ ký nào")
            : worst is null ? Verdict.Passed : Of(worst);
    }

    private static Verdict Of(SignatureReport report) => report.Verdict with { Explanation = $"chữ ký «{report.Field}»: {report.Verdict.Explanation}" };

    /// <summary>Looks for a ByteRange whose gap is a hexadecimal string that belongs to no signature of the form: one that was there and was taken out.</summary>
    private static long? FindRemoved(ByteSource source, List<SignatureCandidate> candidates)
    {
        var known = candidates.Select(candidate => candidate.Coverage?.GapStart).ToHashSet();
        byte[]? scratch = null;
        for (var offset = 0L; offset < source.Length;)
        {
            var segment = source.Window(offset, ref scratch, out var start);
            var window = segment.AsSpan((int)(offset - start));
            var found = window.IndexOf("/ByteRange"u8);
            if (found < 0)
            {
                // The word may lie across two windows.
                offset += window.Length <= 16 || offset + window.Length == source.Length ? window.Length : window.Length - 16;
                continue;
            }

            offset += found + 10;
            if (ReadGap(source, offset) is { } gap && !known.Contains(gap))
            {
                return gap;
            }
        }

        return null;
    }

    // [0 a b: a has to be the place of an opening bracket, b right behind a closing one.
    private static long? ReadGap(ByteSource source, long offset)
    {
        var text = source.ReadBytes(offset, (int)Math.Min(96, source.Length - offset)).AsSpan().TrimStart(" \t\r\n["u8);
        Span<long> numbers = stackalloc long[3];
        foreach (ref var number in numbers)
        {
            if (!Utf8Parser.TryParse(text, out number, out int read) || number < 0)
            {
                return null;
            }

            text = text[read..].TrimStart(" \t\r\n"u8);
        }

        var (first, second) = (numbers[1], numbers[2]);
        return first < second && second <= source.Length && source.ReadBytes(first, 1)[0] == '<' && source.ReadBytes(second - 1, 1)[0] == '>' ? first : null;
    }
}
