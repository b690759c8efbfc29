using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing.Cms;
using EmrSec.Reports.Signing.Trust;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>A chain of certificates from a leaf to a trusted root, or why there is none.</summary>
/// <param name="Certificates">Leaf first, root last; the leaf alone where there is no chain.</param>
/// <param name="Verdict">Passed, or what is wrong apart from dates and revocation.</param>
internal sealed record CertificateChain(IReadOnlyList<X509Certificate2> Certificates, Verdict Verdict);

/// <summary>Builds and judges chains of certificates (RFC 5280, 6). Chains found are kept, since one signer signs many files.</summary>
internal sealed class CertificateJudge(TrustStore trust)
{
    private const int KeptChains = 4096;

    private readonly ConcurrentDictionary<string, CertificateChain> _chains = new(StringComparer.Ordinal);

    /// <summary>Builds the chain of a certificate.</summary>
    /// <param name="leaf">The certificate.</param>
    /// <param name="others">Encoded certificates that may lie between.</param>
    /// <param name="time">As of when; dates are judged by the caller.</param>
    public CertificateChain Build(X509Certificate2 leaf, IEnumerable<byte[]> others, DateTimeOffset time)
    {
        var key = leaf.GetCertHashString(HashAlgorithmName.SHA256);
        if (_chains.TryGetValue(key, out var known))
        {
            return known;
        }

        var chain = Search(leaf, others, time);
        if (chain.Verdict.Indication == Indication.Passed && _chains.Count < KeptChains)
        {
            _chains.TryAdd(key, chain);
        }

        return chain;
    }

    /// <summary>Whether the dates of a chain hold at a time; null where they do.</summary>
    public static Verdict? CheckDates(CertificateChain chain, DateTimeOffset time, bool isProven)
    {
        var leaf = chain.Certificates[0];
        if (time < leaf.ValidFrom)
        {
            var words = $"chứng thư có hiệu lực từ {Times.Text(leaf.ValidFrom)}, muộn hơn thời điểm {Times.Text(time)}";
            return isProven
                ? Verdict.Failed(SubIndication.NotYetValid, SignatureProblem.CertificateNotYetValid, $"dấu thời gian có trước chứng thư: {words}")
                : Verdict.Indeterminate(SubIndication.OutOfBoundsNoPoe, SignatureProblem.CertificateNotYetValid, words);
        }

        return chain.Certificates.FirstOrDefault(certificate => time > certificate.ValidTo || time < certificate.ValidFrom) is { } outdated
            ? Verdict.Indeterminate(SubIndication.OutOfBoundsNoPoe, SignatureProblem.CertificateExpired, $"chứng thư «{Names.Of(outdated)}» hết hạn ngày {Times.Day(outdated.ValidTo)}, không có gì chứng minh chữ ký có trước đó")
            : null;
    }

    private CertificateChain Search(X509Certificate2 leaf, IEnumerable<byte[]> others, DateTimeOffset time)
    {
        using var search = new X509Chain();
        var policy = search.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(trust.Roots.ToArray());
        policy.ExtraStore.AddRange(trust.Others.ToArray());
        foreach (var encoded in others.Take(64))
        {
            try
            {
                policy.ExtraStore.Add(X509CertificateLoader.LoadCertificate(encoded));
            }
            catch (CryptographicException)
            {
                // Not a certificate: of no help.
            }
        }

        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.DisableCertificateDownloads = true;
        policy.VerificationTime = time.UtcDateTime;
        policy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid | X509VerificationFlags.IgnoreCtlNotTimeValid;
        var built = search.Build(leaf);
        var certificates = search.ChainElements.Select(element => X509CertificateLoader.LoadCertificate(element.Certificate.RawDataMemory.Span)).ToList();
        if (certificates.Count == 0)
        {
            certificates.Add(leaf);
        }

        return new CertificateChain(certificates, built ? CheckStrength(certificates) : Explain(search, certificates));
    }

    private static Verdict CheckStrength(List<X509Certificate2> certificates)
    {
        // The root's own signature proves nothing and is not looked at.
        return certificates.SkipLast(1).FirstOrDefault(CertificateSignature.IsWeak) is { } weak
            ? Weak($"chứng thư «{Names.Of(weak)}» được ký bằng hàm băm yếu (MD5, SHA-1)")
            : certificates.Find(CertificateSignature.HasShortKey) is { } brief ? Weak($"khoá của chứng thư «{Names.Of(brief)}» quá ngắn") : Verdict.Passed;
    }

    private static Verdict Weak(string words) => Verdict.Indeterminate(SubIndication.CryptoConstraintsFailure, SignatureProblem.WeakAlgorithm, words);

    private static Verdict Explain(X509Chain search, List<X509Certificate2> certificates)
    {
        const X509ChainStatusFlags Untrusted = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;
        var status = search.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) & ~X509ChainStatusFlags.NotTimeValid;
        if ((status & ~Untrusted) == X509ChainStatusFlags.NoError)
        {
            return Verdict.Indeterminate(SubIndication.NoCertificateChainFound, SignatureProblem.UntrustedIssuer, $"chứng thư của «{Names.Of(certificates[0])}» không dẫn đến chứng thư gốc nào được tin cậy (nơi cấp: «{Names.IssuerOf(certificates[0])}»)");
        }

        return CheckStrength(certificates) is { Indication: not Indication.Passed } weak
            ? weak
            : Verdict.Indeterminate(SubIndication.CertificateChainGeneralFailure, SignatureProblem.ChainBroken, $"chuỗi chứng thư không hợp lệ ({status & ~Untrusted})");
    }
}
