using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing.Cms;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>What was found out about a signature that stands apart from what it signs.</summary>
/// <param name="Verdict">Whether it holds, and why not.</param>
/// <param name="Notes">Further findings, in Vietnamese.</param>
public sealed record DetachedReport(Verdict Verdict, IReadOnlyList<string> Notes)
{
    /// <summary>The signer's name, as the certificate has it; null where there is no certificate.</summary>
    public string? Signer { get; init; }

    /// <summary>The body the signer belongs to, as the certificate has it; null = not said.</summary>
    public string? Body { get; init; }

    /// <summary>The issuer's name; null where there is no certificate.</summary>
    public string? Issuer { get; init; }

    /// <summary>The certificate's serial number in hexadecimal digits; null where there is no certificate.</summary>
    public string? Serial { get; init; }

    /// <summary>The time of the signature; null = nobody says.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Where the time comes from.</summary>
    public TimeOrigin TimeOrigin { get; init; }
}

/// <summary>Verifies CAdES signatures that stand apart from what they sign (ETSI EN 319 122-1). May be used for many, from several threads.</summary>
public sealed class DetachedVerifier
{
    private readonly VerificationOptions _options;
    private readonly CertificateJudge _certificates;

    /// <summary>Makes a verifier.</summary>
    /// <param name="options">How signatures are to be checked; the expected count does not apply.</param>
    public DetachedVerifier(VerificationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _certificates) = (options, new CertificateJudge(options.Trust));
    }

    /// <summary>Verifies a signature over a stream.</summary>
    /// <param name="content">What should have been signed, from where it stands to its end; read once, never held whole.</param>
    /// <param name="signature">The CMS message, DER or BER, without anything behind it.</param>
    public DetachedReport Verify(Stream content, byte[] signature)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(signature);
        try
        {
            return Judge(content, signature);
        }
        catch (Exception e) when (e is CmsFormatException or AsnContentException or CryptographicException)
        {
            return Failed(SignatureProblem.MessageMalformed, $"chữ ký hỏng: {(e is CmsFormatException ? e.Message : "cấu trúc CMS hỏng")}");
        }
    }

    /// <summary>Verifies a signature over bytes.</summary>
    /// <param name="content">What should have been signed.</param>
    /// <param name="signature">The CMS message.</param>
    public DetachedReport Verify(byte[] content, byte[] signature)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var stream = new MemoryStream(content, writable: false);
        return Verify(stream, signature);
    }

    private DetachedReport Judge(Stream content, byte[] signature)
    {
        var message = SignedMessage.Read(signature);
        if (message.Length != signature.Length)
        {
            return Failed(SignatureProblem.JunkAfterSignature, "có dữ liệu lạ sau chữ ký");
        }

        if (message.Content is not null)
        {
            return Failed(SignatureProblem.MessageMalformed, "chữ ký phải tách rời nội dung (detached)");
        }

        // One reading of the stream serves: only one hash is ever asked for.
        byte[]? digest = null;
        var (problem, signer) = MessageJudge.Check(message, name => digest ??= CryptographicOperations.HashData(name, content), Oids.Data, requiresNamedCertificate: true);
        var report = Describe(signer, message);
        return problem is not null || signer is null ? report with { Verdict = problem! } : JudgeSigner(message, signer, report);
    }

    private DetachedReport JudgeSigner(SignedMessage message, X509Certificate2 signer, DetachedReport report)
    {
        var revocation = new RevocationJudge([], message.RevocationLists, _options.Online);
        TimestampFinding? stamp = null;
        if (message.Signer.UnsignedAttributes.TryGetValue(Oids.SignatureTimeStamp, out var token))
        {
            stamp = new TimestampJudge(_certificates, revocation, [], _options.Time).Judge(token, hash => CryptographicOperations.HashData(hash, message.Signer.Signature), _options.Time);
        }

        var time = stamp?.Time;
        var chain = _certificates.Build(signer, message.Certificates, time ?? _options.Time);
        var notes = new List<string>();
        new SignerJudge(revocation, _options).CheckRevocation(chain, time, notes, out var revoked);
        var verdict = SignerJudge.CheckUsage(signer)
            ?? (chain.Verdict.Indication == Indication.Passed ? null : chain.Verdict)
            ?? CertificateJudge.CheckDates(chain, time ?? _options.Time, time is not null)
            ?? revoked
            ?? (stamp is { Time: null } ? stamp.Verdict : null);
        report = report with { Verdict = verdict ?? Verdict.Passed, Notes = notes };
        return time is { } proven ? report with { Time = proven, TimeOrigin = TimeOrigin.SignatureTimestamp } : report;
    }

    private static DetachedReport Describe(X509Certificate2? signer, SignedMessage message)
    {
        var claimed = ClaimedTime(message);
        return new DetachedReport(Verdict.Passed, [])
        {
            Signer = signer is null ? null : Names.Of(signer),
            Body = signer is null ? null : Names.BodyOf(signer),
            Issuer = signer is null ? null : Names.IssuerOf(signer),
            Serial = signer?.SerialNumber,
            Time = claimed,
            TimeOrigin = claimed is null ? TimeOrigin.None : TimeOrigin.Claimed,
        };
    }

    private static DateTimeOffset? ClaimedTime(SignedMessage message)
    {
        if (!message.Signer.SignedAttributes.TryGetValue(Oids.SigningTime, out var encoded))
        {
            return null;
        }

        var reader = new AsnReader(encoded, AsnEncodingRules.BER);
        return reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
    }

    private static DetachedReport Failed(SignatureProblem problem, string words) => new(Verdict.Failed(SubIndication.FormatFailure, problem, words), []);
}
