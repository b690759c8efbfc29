using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing.Cms;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Reports.Signing.Keys;

/// <summary>Why a certificate should not be used to sign.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What is wrong, in Vietnamese.</param>
/// <param name="CanBeOverridden">Whether the user may insist: only on an untrusted issuer.</param>
public sealed record Unfitness(string Code, string Message, bool CanBeOverridden);

/// <summary>Judges certificates before they sign, so that nobody signs what no verifier will accept.</summary>
public static class CertificateFitness
{
    /// <summary>Lists what speaks against signing with a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="trust">Who is trusted.</param>
    /// <param name="time">When it is to sign.</param>
    /// <returns>Nothing where it is fit.</returns>
    public static IReadOnlyList<Unfitness> Check(SigningKey key, TrustStore trust, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(trust);
        var certificate = key.Certificate;
        var reasons = new List<Unfitness>();
        if (time > certificate.ValidTo)
        {
            reasons.Add(new("KY080", $"chứng thư của «{Names.Of(certificate)}» đã hết hạn ngày {Times.Day(certificate.ValidTo)}", CanBeOverridden: false));
        }

        if (time < certificate.ValidFrom)
        {
            reasons.Add(new("KY081", $"chứng thư của «{Names.Of(certificate)}» chưa có hiệu lực, có hiệu lực từ {Times.Text(certificate.ValidFrom)}", CanBeOverridden: false));
        }

        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        if (usage is not null && (usage.KeyUsages & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) == X509KeyUsageFlags.None)
        {
            reasons.Add(new("KY082", $"chứng thư của «{Names.Of(certificate)}» không được dùng để ký (thiếu digitalSignature, nonRepudiation)", CanBeOverridden: false));
        }

        if (CertificateSignature.HasShortKey(certificate))
        {
            reasons.Add(new("KY083", $"khoá của chứng thư «{Names.Of(certificate)}» quá ngắn (RSA dưới 2048 bit)", CanBeOverridden: false));
        }

        var chain = new CertificateJudge(trust).Build(certificate, key.Issuers.Select(issuer => issuer.RawData), time);
        if (chain.Verdict.Indication != Indication.Passed)
        {
            reasons.Add(new("KY084", chain.Verdict.Explanation, CanBeOverridden: true));
        }

        return reasons;
    }

    /// <summary>Refuses an unfit certificate.</summary>
    /// <param name="key">The key.</param>
    /// <param name="trust">Who is trusted.</param>
    /// <param name="time">When it is to sign.</param>
    /// <param name="allowUntrusted">Sign although no trusted root is reached.</param>
    /// <returns>What was overridden, to be printed.</returns>
    /// <exception cref="SigningException">The certificate is unfit.</exception>
    public static IReadOnlyList<Unfitness> Require(SigningKey key, TrustStore trust, DateTimeOffset time, bool allowUntrusted)
    {
        var reasons = Check(key, trust, time);
        if (reasons.FirstOrDefault(reason => !(reason.CanBeOverridden && allowUntrusted)) is { } reason)
        {
            throw new SigningException(reason.Code, reason.Message, reason.CanBeOverridden ? "thêm chứng thư gốc vào thư mục tin cậy, hoặc chấp nhận rõ ràng bằng --allow-untrusted" : "dùng chứng thư khác");
        }

        return reasons;
    }
}
