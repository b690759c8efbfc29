using EmrSec.Reports.Signing.Cms;
using EmrSec.Reports.Signing.Making;
using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>A signature as it stands in the file: where, over what, and whether the bytes are whole. Says nothing about who may sign.</summary>
internal sealed class SignatureCandidate
{
    private SignatureCandidate(FormField field, PdfDictionary dictionary) => (Field, Dictionary) = (field, dictionary);

    public FormField Field { get; }

    public PdfDictionary Dictionary { get; }

    /// <summary>A document time stamp.</summary>
    public bool IsTimestamp { get; private init; }

    /// <summary>What it covers; null where that cannot be told.</summary>
    public SignatureCoverage? Coverage { get; private init; }

    /// <summary>What is wrong with how it sits in the file; null where nothing is.</summary>
    public Verdict? Problem { get; private set; }

    /// <summary>The message without padding; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Encoded { get; private set; }

    /// <summary>The message; null where it is malformed.</summary>
    public SignedMessage? Message { get; private set; }

    /// <summary>The file as it was signed; null where it covers no revision.</summary>
    public PdfDocument? Revision { get; private set; }

    /// <summary>The certification level that it sets; null for none.</summary>
    public int? Certifies { get; private set; }

    /// <summary>Reads the signature in a field.</summary>
    public static SignatureCandidate Read(PdfDocument document, FormField field)
    {
        if (document.Dictionary(field.Value) is not { } dictionary)
        {
            return new SignatureCandidate(field, new PdfDictionary())
            {
                Problem = Verdict.Failed(SubIndication.FormatFailure, SignatureProblem.SignatureIncomplete, "ô đã ký nhưng không có từ điển chữ ký"),
            };
        }

        var (coverage, verdict) = SignatureCoverage.Read(document.Source, dictionary);
        var candidate = new SignatureCandidate(field, dictionary)
        {
            IsTimestamp = document.Name(dictionary["SubFilter"]) is "ETSI.RFC3161",
            Coverage = coverage,
            Problem = verdict,
        };
        if (coverage is not null)
        {
            candidate.Problem = candidate.ReadRevision(document, coverage) ?? candidate.ReadMessage(document, coverage);
        }

        return candidate;
    }

    // What is covered has to be a whole file by itself, in which this very signature stands in this very field.
    private Verdict? ReadRevision(PdfDocument document, SignatureCoverage coverage)
    {
        try
        {
            var revision = coverage.End == document.Source.Length ? document : PdfDocument.Open(document.Source.Truncate(coverage.End));
            var field = FormFields.Read(revision).FirstOrDefault(field => field.Reference.Number == Field.Reference.Number);
            if (field is not { IsSignature: true } || revision.Dictionary(field.Value)?["Contents"] is not PdfString contents || contents.Offset != coverage.GapStart)
            {
                return NoRevision("bản mà chữ ký phủ không chứa chữ ký này ở ô này");
            }

            Revision = revision;
            Certifies = DocumentPermissions.CertificationLevel(revision, Dictionary);
            return null;
        }
        catch (PdfFormatException e)
        {
            return NoRevision($"phần mà chữ ký phủ không phải một bản PDF trọn vẹn: {e.Message}");
        }
    }

    private Verdict? ReadMessage(PdfDocument document, SignatureCoverage coverage)
    {
        var known = document.Name(Dictionary["SubFilter"]) is "ETSI.CAdES.detached" or "adbe.pkcs7.detached" or "ETSI.RFC3161";
        try
        {
            var message = SignedMessage.Read(coverage.Contents);
            if (coverage.Contents.AsSpan(message.Length).IndexOfAnyExcept((byte)0) >= 0)
            {
                return Verdict.Failed(SubIndication.FormatFailure, SignatureProblem.JunkAfterSignature, "có dữ liệu lạ sau chữ ký trong Contents");
            }

            if (known && message.Content is not null != IsTimestamp)
            {
                return Verdict.Failed(SubIndication.FormatFailure, SignatureProblem.MessageMalformed, "chữ ký phải tách rời nội dung (detached)");
            }

            Encoded = coverage.Contents.AsMemory(0, message.Length);
            Message = message;
            return known ? null : CheckUnknownKind(message, coverage);
        }
        catch (CmsFormatException e)
        {
            return known ? Verdict.Failed(SubIndication.FormatFailure, SignatureProblem.MessageMalformed, $"chữ ký hỏng: {e.Message}") : Unsupported;
        }
    }

    // Of a kind that is not supported nothing can be said for sure, except that it fails where its hash does: changing the kind must not hide that.
    private Verdict CheckUnknownKind(SignedMessage message, SignatureCoverage coverage)
    {
        if (message.Content is null)
        {
            return MessageJudge.Check(message, coverage.Hash, Oids.Data, requiresNamedCertificate: false).Problem is { Indication: Indication.Failed } failed ? failed : Unsupported;
        }

        return message.ContentType is Oids.TimeStampInfo && !TimeStampToken.Read(Encoded).Covers(coverage.Hash)
            ? Verdict.Failed(SubIndication.HashFailure, SignatureProblem.BytesChanged, "nội dung đã đóng dấu thời gian bị sửa: mã băm không khớp")
            : Unsupported;
    }

    private static Verdict Unsupported => Verdict.Indeterminate(SubIndication.CryptoConstraintsFailure, SignatureProblem.UnsupportedKind, "loại chữ ký cũ hoặc lạ (SubFilter), không được công nhận");

    private static Verdict NoRevision(string words) => Verdict.Failed(SubIndication.FormatFailure, SignatureProblem.NotARevision, words);
}
