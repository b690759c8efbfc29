using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing.Cms;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>What was found out about a time stamp.</summary>
/// <param name="Verdict">Whether it proves anything.</param>
/// <param name="Time">The time it proves; null where it proves none.</param>
/// <param name="Authority">The certificate of who made it; null where unknown.</param>
/// <param name="Chain">The chain of that certificate.</param>
internal sealed record TimestampFinding(Verdict Verdict, DateTimeOffset? Time, X509Certificate2? Authority, CertificateChain? Chain);

/// <summary>Judges RFC 3161 time stamps.</summary>
internal sealed class TimestampJudge(CertificateJudge certificates, RevocationJudge revocation, IReadOnlyList<byte[]> others, DateTimeOffset now)
{
    /// <summary>Judges a token.</summary>
    /// <param name="encoded">The token.</param>
    /// <param name="hash">Gives the hash of what should have been stamped.</param>
    /// <param name="time">As of when the authority's certificate has to be good: now, or when a later time stamp proves the token to have existed.</param>
    public TimestampFinding Judge(ReadOnlyMemory<byte> encoded, Func<HashAlgorithmName, byte[]> hash, DateTimeOffset time)
    {
        try
        {
            return Judge(TimeStampToken.Read(encoded), hash, time);
        }
        catch (Exception e) when (e is CmsFormatException or AsnContentException or CryptographicException)
        {
            return Nothing(Wrong(SubIndication.FormatFailure, $"dấu thời gian hỏng: {e.Message}"));
        }
    }

    private TimestampFinding Judge(TimeStampToken token, Func<HashAlgorithmName, byte[]> hash, DateTimeOffset time)
    {
        if (HashNames.Of(token.ImprintAlgorithm) is not { } algorithm || HashNames.IsWeak(algorithm))
        {
            return Nothing(Verdict.Indeterminate(SubIndication.CryptoConstraintsFailure, SignatureProblem.WeakAlgorithm, "dấu thời gian dùng hàm băm yếu"));
        }

        if (!token.Covers(hash))
        {
            return Nothing(Wrong(SubIndication.HashFailure, "dấu thời gian không thuộc về chữ ký này"));
        }

        var (problem, authority) = MessageJudge.Check(token.Message, name => CryptographicOperations.HashData(name, token.Message.Content!), Oids.TimeStampInfo, requiresNamedCertificate: true);
        if (problem is not null || authority is null)
        {
            return Nothing(Wrong(problem!.SubIndication, $"dấu thời gian không hợp lệ: {problem.Explanation}"));
        }

        // RFC 3161, 2.3: this one purpose, and critical.
        if (authority.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault() is not { Critical: true } usage
            || usage.EnhancedKeyUsages.Count != 1
            || usage.EnhancedKeyUsages[0].Value is not Oids.TimeStamping)
        {
            return Nothing(Untrusted($"dấu thời gian do «{Names.Of(authority)}» cấp, chứng thư này không phải của máy chủ dấu thời gian"));
        }

        var chain = certificates.Build(authority, [.. token.Message.Certificates, .. others], time);
        return CheckChain(token, authority, chain, time) is { } bad
            ? new TimestampFinding(bad, null, authority, chain)
            : new TimestampFinding(Verdict.Passed, token.Time, authority, chain);
    }

    private Verdict? CheckChain(TimeStampToken token, X509Certificate2 authority, CertificateChain chain, DateTimeOffset time)
    {
        if (chain.Verdict.Indication != Indication.Passed)
        {
            return Untrusted($"không tin được máy chủ dấu thời gian: {chain.Verdict.Explanation}");
        }

        if (token.Time > now)
        {
            return Untrusted($"dấu thời gian ghi thời điểm ở tương lai ({Times.Text(token.Time)})");
        }

        if (token.Time < authority.ValidFrom || token.Time > authority.ValidTo || CertificateJudge.CheckDates(chain, time, isProven: false) is not null)
        {
            return Untrusted("chứng thư của máy chủ dấu thời gian không còn (hoặc chưa) hiệu lực");
        }

        for (var i = 0; i + 1 < chain.Certificates.Count; i++)
        {
            if (revocation.Find(chain.Certificates[i], chain.Certificates[i + 1], time, now) is { State: RevocationState.Revoked } found && found.RevokedAt <= time)
            {
                return Untrusted("chứng thư của máy chủ dấu thời gian đã bị thu hồi");
            }
        }

        return null;
    }

    private static TimestampFinding Nothing(Verdict verdict) => new(verdict, null, null, null);

    private static Verdict Wrong(SubIndication reason, string words) => Verdict.Indeterminate(reason, SignatureProblem.TimestampWrong, words);

    private static Verdict Untrusted(string words) => Verdict.Indeterminate(SubIndication.SigConstraintsFailure, SignatureProblem.TimestampUntrusted, words);
}
