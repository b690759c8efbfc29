using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing.Cms;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>Whether a signer's certificate may be used to sign, and was not revoked.</summary>
internal sealed class SignerJudge(RevocationJudge revocation, VerificationOptions options)
{
    // A signature made with a certificate for nothing but one of these is not a person's.
    private static readonly string[] ForeignUsages = [Oids.ServerAuthentication, Oids.CodeSigning, Oids.TimeStamping, Oids.OcspSigning];

    /// <summary>What speaks against the use; null where nothing does.</summary>
    public static Verdict? CheckUsage(X509Certificate2 signer)
    {
        var usage = signer.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        if (usage is not null && (usage.KeyUsages & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) == X509KeyUsageFlags.None)
        {
            return Forbidden("chứng thư không được dùng để ký (thiếu digitalSignature, nonRepudiation)");
        }

        var purposes = signer.Extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(extension => extension.EnhancedKeyUsages.Cast<Oid>()).Select(oid => oid.Value).ToList();
        return purposes.Count > 0 && purposes.TrueForAll(purpose => ForeignUsages.Contains(purpose, StringComparer.Ordinal))
            ? Forbidden("chứng thư được cấp cho mục đích khác, không phải để ký văn bản")
            : null;
    }

    /// <summary>Looks for revocations in a chain.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="proven">When the signature is proven to have existed; null = not proven.</param>
    /// <param name="notes">Receives what the user should know besides.</param>
    /// <param name="verdict">What is wrong; null where nothing is.</param>
    /// <returns>Whether the file itself brings along what is known of every certificate of the chain.</returns>
    public bool CheckRevocation(CertificateChain chain, DateTimeOffset? proven, List<string> notes, out Verdict? verdict)
    {
        verdict = null;
        var stored = chain.Verdict.Indication == Indication.Passed;
        for (var i = 0; i + 1 < chain.Certificates.Count; i++)
        {
            var certificate = chain.Certificates[i];
            var found = revocation.Find(certificate, chain.Certificates[i + 1], proven ?? options.Time, options.Time);
            stored &= found is { IsStored: true, State: not RevocationState.Unknown };
            if (found is { State: RevocationState.Revoked, RevokedAt: { } at } && !(proven < at))
            {
                verdict ??= Verdict.Indeterminate(
                    i == 0 ? SubIndication.RevokedNoPoe : SubIndication.RevokedCaNoPoe,
                    SignatureProblem.CertificateRevoked,
                    $"chứng thư «{Names.Of(certificate)}» bị thu hồi lúc {Times.Text(at)}, không có gì chứng minh chữ ký có trước đó");
            }
            else if (found.State == RevocationState.Revoked)
            {
                notes.Add($"chứng thư «{Names.Of(certificate)}» bị thu hồi sau khi ký; dấu thời gian chứng minh chữ ký có trước đó");
            }
            else if (found.State == RevocationState.Unknown)
            {
                notes.Add($"chưa biết chứng thư «{Names.Of(certificate)}» có bị thu hồi không");
                if (options.RequireRevocation)
                {
                    verdict ??= Verdict.Indeterminate(SubIndication.TryLater, SignatureProblem.RevocationUnknown, $"chưa biết chứng thư «{Names.Of(certificate)}» có bị thu hồi không");
                }
            }
        }

        return stored;
    }

    private static Verdict Forbidden(string words) => Verdict.Indeterminate(SubIndication.ChainConstraintsFailure, SignatureProblem.WrongKeyUsage, words);
}
