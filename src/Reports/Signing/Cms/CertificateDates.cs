using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Reports.Signing.Cms;

/// <summary>A certificate's dates, independent of the machine's time zone.</summary>
internal static class CertificateDates
{
    extension(X509Certificate2 certificate)
    {
        /// <summary>The first moment it is valid.</summary>
        public DateTimeOffset ValidFrom => new(certificate.NotBefore.ToUniversalTime());

        /// <summary>The last moment it is valid.</summary>
        public DateTimeOffset ValidTo => new(certificate.NotAfter.ToUniversalTime());
    }
}
