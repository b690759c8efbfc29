using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing.Cms;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>Names out of certificates, for people.</summary>
internal static class Names
{
    public static string Of(X509Certificate2 certificate) => Clean(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));

    public static string IssuerOf(X509Certificate2 certificate) => Clean(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true));

    /// <summary>The organisation of the subject; null where there is none.</summary>
    public static string? BodyOf(X509Certificate2 certificate)
    {
        try
        {
            foreach (var part in certificate.SubjectName.EnumerateRelativeDistinguishedNames())
            {
                if (!part.HasMultipleElements && part.GetSingleElementType().Value is Oids.Organization && part.GetSingleElementValue() is { } value)
                {
                    return Clean(value);
                }
            }
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or AsnContentException)
        {
            // A name that cannot be read is no name.
        }

        return null;
    }

    private static string Clean(string name) => new([.. name.Where(character => !char.IsControl(character)).Take(200)]);
}
