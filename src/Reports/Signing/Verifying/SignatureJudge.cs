using System.Security.Cryptography;
using EmrSec.Reports.Signing.Cms;
using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>Judges the signatures of one file (ETSI EN 319 102-1, 5.3 to 5.6).</summary>
internal sealed class SignatureJudge
{
    private readonly PdfDocument _document;
    private readonly VerificationOptions _options;
    private readonly CertificateJudge _certificates;
    private readonly RevocationJudge _revocation;
    private readonly TimestampJudge _timestamps;
    private readonly SecurityStore _store;
    private readonly SignerJudge _signers;
    private readonly ReferenceScan _references = new();

    /// <summary>The valid document time stamps so far, from the newest back: how much each covers, and when.</summary>
    private readonly List<(SignatureCandidate Candidate, DateTimeOffset Time)> _proofs = [];

    public SignatureJudge(PdfDocument document, IReadOnlyList<SignatureCandidate> candidates, VerificationOptions options, CertificateJudge certificates)
    {
        (_document, _options, _certificates) = (document, options, certificates);
        _store = SecurityStore.Read(document);
        _revocation = new RevocationJudge(_store.OcspAnswers, _store.RevocationLists.Concat(candidates.SelectMany(candidate => candidate.Message?.RevocationLists ?? [])), options.Online);
        _timestamps = new TimestampJudge(certificates, _revocation, _store.Certificates, options.Time);
        _signers = new SignerJudge(_revocation, options);
    }

    /// <summary>Judges one signature; to be called from the newest back.</summary>
    public SignatureReport Judge(SignatureCandidate candidate)
    {
        var changes = candidate.Revision is { } revision && !ReferenceEquals(revision, _document) ? RevisionComparer.Compare(revision, _document, _references) : [];
        var report = Describe(candidate, changes);
        var forbidden = changes.FirstOrDefault(change => !change.IsPermitted);
        var early = candidate.Problem ?? (candidate.IsTimestamp ? null : CheckMessage(candidate));
        if (early is { Indication: Indication.Failed })
        {
            return report with { Verdict = early };
        }

        if (forbidden is not null)
        {
            return report with { Verdict = Verdict.Failed(SubIndication.FormatFailure, forbidden.Problem, $"tệp bị sửa sau khi ký: {forbidden.Words}") };
        }

        return early is not null
            ? report with { Verdict = early }
            : candidate.IsTimestamp ? JudgeTimestamp(candidate, report) : JudgeSignature(candidate, report);
    }

    private static Verdict? CheckMessage(SignatureCandidate candidate) =>
        MessageJudge.Check(candidate.Message!, candidate.Coverage!.Hash, Oids.Data, candidate.Dictionary["SubFilter"] is PdfName { Value: "ETSI.CAdES.detached" }).Problem;

    private SignatureReport Describe(SignatureCandidate candidate, IReadOnlyList<LaterChange> changes)
    {
        var signer = candidate.Message?.FindSigner();
        var time = _document.Resolve(candidate.Dictionary["M"]) is PdfString date ? TextStrings.DecodeDate(date) : null;
        return new SignatureReport
        {
            Field = candidate.Field.Name,
            IsTimestamp = candidate.IsTimestamp,
            Verdict = Verdict.Passed,
            Notes = [],
            Signer = signer is null ? null : Names.Of(signer),
            Body = signer is null ? null : Names.BodyOf(signer),
            Issuer = signer is null ? null : Names.IssuerOf(signer),
            Serial = signer?.SerialNumber,
            Time = candidate.IsTimestamp ? null : time,
            TimeOrigin = candidate.IsTimestamp || time is null ? TimeOrigin.None : TimeOrigin.Claimed,
            Reason = Text(candidate.Dictionary["Reason"]),
            Place = Text(candidate.Dictionary["Location"]),
            Certifies = candidate.Certifies,
            CoversWholeFile = candidate.Coverage?.End == _document.Source.Length,
            CoveredLength = candidate.Coverage?.End ?? 0,
            Changes = changes,
        };
    }

    private string? Text(PdfValue? value) => _document.Resolve(value) is PdfString text ? TextStrings.Decode(text) : null;

    private SignatureReport JudgeTimestamp(SignatureCandidate candidate, SignatureReport report)
    {
        var proof = Earliest(candidate);
        var finding = _timestamps.Judge(candidate.Encoded, candidate.Coverage!.Hash, proof ?? _options.Time);
        if (finding.Time is not { } time)
        {
            // The bytes it covers are not the bytes it was made for: the file was changed.
            var changed = finding.Verdict is { SubIndication: SubIndication.HashFailure or SubIndication.SigCryptoFailure };
            return report with { Verdict = changed ? finding.Verdict with { Indication = Indication.Failed, Problem = SignatureProblem.BytesChanged } : finding.Verdict };
        }

        _proofs.Add((candidate, time));
        return report with { Time = time, TimeOrigin = TimeOrigin.DocumentTimestamp };
    }

    private SignatureReport JudgeSignature(SignatureCandidate candidate, SignatureReport report)
    {
        var signer = candidate.Message!.FindSigner()!;
        var proof = Earliest(candidate);
        var (stamp, present) = JudgeSignatureTimestamp(candidate, proof ?? _options.Time);
        var time = stamp?.Time is { } stamped && (proof is null || stamped <= proof) ? stamped : proof;
        if (time is { } proven)
        {
            report = report with { Time = proven, TimeOrigin = proven == proof ? TimeOrigin.DocumentTimestamp : TimeOrigin.SignatureTimestamp };
        }

        var chain = _certificates.Build(signer, [.. candidate.Message.Certificates, .. _store.Certificates], time ?? _options.Time);
        var notes = new List<string>();
        var stored = _signers.CheckRevocation(chain, time, notes, out var revoked);
        var verdict = SignerJudge.CheckUsage(signer)
            ?? (chain.Verdict.Indication == Indication.Passed ? null : chain.Verdict)
            ?? CertificateJudge.CheckDates(chain, time ?? _options.Time, time is not null)
            ?? revoked
            ?? (present && stamp!.Time is null ? stamp.Verdict : null);
        return report with { Verdict = verdict ?? Verdict.Passed, Notes = notes, Level = Level(candidate, time, stored, stamp) };
    }

    /// <summary>The earliest time that a document time stamp over this signature proves.</summary>
    private DateTimeOffset? Earliest(SignatureCandidate candidate)
    {
        var times = _proofs.Where(proof => proof.Candidate.Coverage!.End > candidate.Coverage!.End).Select(proof => (DateTimeOffset?)proof.Time);
        return times.Min();
    }

    private (TimestampFinding? Stamp, bool Present) JudgeSignatureTimestamp(SignatureCandidate candidate, DateTimeOffset time)
    {
        var signer = candidate.Message!.Signer;
        return signer.UnsignedAttributes.TryGetValue(Oids.SignatureTimeStamp, out var token)
            ? (_timestamps.Judge(token, hash => CryptographicOperations.HashData(hash, signer.Signature), time), true)
            : (null, false);
    }

    private SignatureLevel Level(SignatureCandidate candidate, DateTimeOffset? proven, bool stored, TimestampFinding? stamp)
    {
        if (proven is null)
        {
            return SignatureLevel.Basic;
        }

        var stampStored = stamp?.Chain is null || stamp.Time is null || IsStored(stamp.Chain, proven.Value);
        if (!stored || !stampStored)
        {
            return SignatureLevel.Timestamped;
        }

        // Archival: a document time stamp over a revision that already had the data.
        var archived = _proofs.Any(proof => proof.Candidate.Coverage!.End > candidate.Coverage!.End
            && proof.Candidate.Revision is { } revision && revision.Dictionary(revision.Catalog["DSS"]) is not null);
        return archived ? SignatureLevel.Archival : SignatureLevel.LongTerm;
    }

    private bool IsStored(CertificateChain chain, DateTimeOffset time)
    {
        for (var i = 0; i + 1 < chain.Certificates.Count; i++)
        {
            if (_revocation.Find(chain.Certificates[i], chain.Certificates[i + 1], time, _options.Time) is not { IsStored: true, State: RevocationState.Good })
            {
                return false;
            }
        }

        return true;
    }
}
