using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EmrSec.Reports.Signing.Cms;

namespace EmrSec.Reports.Signing.Trust;

/// <summary>Asks where a certificate says: its OCSP responder, else its revocation list.</summary>
public sealed class HttpRevocationSource : RevocationSource
{
    private static readonly Asn1Tag UriTag = new(TagClass.ContextSpecific, 6);

    private readonly Dictionary<string, byte[]?> _fetched = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override RevocationData Find(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(issuer);
        foreach (var address in Responders(certificate))
        {
            if (Ask(() => HttpExchange.Post(address, OcspAnswer.Request(certificate, issuer), "application/ocsp-request")) is { } answer && Answers(answer, certificate, issuer))
            {
                return new RevocationData([answer], []);
            }
        }

        foreach (var address in Lists(certificate))
        {
            // One list serves many certificates of a run.
            if (!_fetched.TryGetValue(address.AbsoluteUri, out var list))
            {
                _fetched[address.AbsoluteUri] = list = Ask(() => HttpExchange.Get(address));
            }

            if (list is not null)
            {
                return new RevocationData([], [list]);
            }
        }

        return new RevocationData([], []);
    }

    // «Try later», «unknown», or an answer by somebody without leave: the list may know more.
    private static bool Answers(byte[] encoded, X509Certificate2 certificate, X509Certificate2 issuer)
    {
        try
        {
            var answer = OcspAnswer.Read(encoded);
            return answer.About(certificate, issuer) is { Status: not OcspStatus.Unknown } && answer.FindResponder(issuer) is not null;
        }
        catch (Exception e) when (e is CmsFormatException or AsnContentException or System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }

    private static byte[]? Ask(Func<byte[]> ask)
    {
        try
        {
            return ask();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static List<Uri> Responders(X509Certificate2 certificate) => Read(certificate, Oids.AuthorityAccess, reader =>
    {
        var found = new List<string>();
        for (var list = reader.ReadSequence(); list.HasData;)
        {
            var access = list.ReadSequence();
            if (access.ReadObjectIdentifier() is Oids.OcspAccess && access.PeekTag().HasSameClassAndValue(UriTag))
            {
                found.Add(access.ReadCharacterString(UniversalTagNumber.IA5String, UriTag));
            }
        }

        return found;
    });

    // DistributionPoint: [0] distributionPoint: [0] fullName: GeneralNames.
    private static List<Uri> Lists(X509Certificate2 certificate) => Read(certificate, Oids.CrlPoints, reader =>
    {
        var found = new List<string>();
        var zero = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        for (var list = reader.ReadSequence(); list.HasData;)
        {
            var point = list.ReadSequence();
            if (!point.HasData || !point.PeekTag().HasSameClassAndValue(zero))
            {
                continue;
            }

            var place = point.ReadSequence(zero);
            if (!place.PeekTag().HasSameClassAndValue(zero))
            {
                continue;
            }

            for (var names = place.ReadSequence(zero); names.HasData;)
            {
                if (names.PeekTag().HasSameClassAndValue(UriTag))
                {
                    found.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, UriTag));
                }
                else
                {
                    names.ReadEncodedValue();
                }
            }
        }

        return found;
    });

    private static List<Uri> Read(X509Certificate2 certificate, string extension, Func<AsnReader, List<string>> read)
    {
        if (certificate.Extensions.FirstOrDefault(item => string.Equals(item.Oid?.Value, extension, StringComparison.Ordinal)) is not { } found)
        {
            return [];
        }

        try
        {
            return [.. read(new AsnReader(found.RawData, AsnEncodingRules.DER)).Where(IsWeb).Select(text => new Uri(text))];
        }
        catch (Exception e) when (e is AsnContentException or DecoderFallbackException)
        {
            return [];
        }
    }

    private static bool IsWeb(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
