using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Reports.Signing.Trust;

/// <summary>What was found out about a certificate's revocation.</summary>
/// <param name="OcspAnswers">Encoded OCSP answers.</param>
/// <param name="RevocationLists">Encoded revocation lists.</param>
public sealed record RevocationData(IReadOnlyList<byte[]> OcspAnswers, IReadOnlyList<byte[]> RevocationLists);

/// <summary>Gives revocation data from where a certificate says, or from where it was stored.</summary>
public abstract class RevocationSource
{
    /// <summary>Asks about a certificate.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="issuer">Its issuer.</param>
    /// <returns>What there is; nothing where nobody answers.</returns>
    public abstract RevocationData Find(X509Certificate2 certificate, X509Certificate2 issuer);
}
