using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Signing.Tests;

/// <summary>A certification authority made anew for each run, with fixed dates; nothing of it is kept.</summary>
internal static class TestAuthority
{
    public static readonly DateTimeOffset Begin = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset End = new(2035, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When the tests sign and verify.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 5, 10, 15, 0, TimeSpan.FromHours(7));

    private static int _serial = 1000;

    public static X509Certificate2 Root { get; } = MakeRoot("EmrSec Test Root");

    public static X509Certificate2 StrangeRoot { get; } = MakeRoot("Somebody Else");

    public static X509Certificate2 Intermediate { get; } = Issue("EmrSec Test CA", Root, request => Authority(request));

    public static X509Certificate2 Head { get; } = Signer("Nguyễn Văn Mẫu");

    public static X509Certificate2 Appraiser { get; } = Signer("Trần Thị Thử");

    public static X509Certificate2 Approver { get; } = Signer("Lê Thí Dụ");

    public static X509Certificate2 Expired { get; } = Signer("Đã Hết Hạn", from: Begin, to: Begin.AddMonths(6));

    public static X509Certificate2 TimeStamper { get; } = Issue("EmrSec Test TSA", Intermediate, request => request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true)));

    public static X509Certificate2 Responder { get; } = Issue("EmrSec Test OCSP", Intermediate, request =>
    {
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.9")], critical: true));
        request.CertificateExtensions.Add(new X509Extension("1.3.6.1.5.5.7.48.1.5", [5, 0], critical: false));
    });

    public static X509Certificate2 Signer(string name, ECCurve? curve = null, X509KeyUsageFlags? usage = null, DateTimeOffset? from = null, DateTimeOffset? to = null, X509Certificate2? issuer = null, int bits = 2048, Action<CertificateRequest>? more = null) =>
        Issue(
            name,
            issuer ?? Intermediate,
            request =>
            {
                request.CertificateExtensions.Add(new X509KeyUsageExtension(usage ?? (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation), critical: true));
                more?.Invoke(request);
            },
            curve,
            from,
            to,
            bits);

    public static X509Certificate2 Issue(string name, X509Certificate2 issuer, Action<CertificateRequest> extend, ECCurve? curve = null, DateTimeOffset? from = null, DateTimeOffset? to = null, int bits = 2048, HashAlgorithmName? hash = null)
    {
        var subject = Name(name);
        var serial = BitConverter.GetBytes(Interlocked.Increment(ref _serial)).Reverse().Prepend((byte)1).ToArray();
        var notBefore = from ?? (issuer.NotBefore.ToUniversalTime() > Begin.UtcDateTime ? new DateTimeOffset(issuer.NotBefore.ToUniversalTime()) : Begin);
        using var issuerKey = issuer.GetRSAPrivateKey()!;
        var generator = X509SignatureGenerator.CreateForRSA(issuerKey, RSASignaturePadding.Pkcs1);
        if (curve is { } named)
        {
            using var key = ECDsa.Create(named);
            var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
            Identify(request, issuer);
            extend(request);
            return request.Create(issuer.SubjectName, generator, notBefore, to ?? End, serial).CopyWithPrivateKey(key);
        }

        using var rsa = RSA.Create(bits);
        var rsaRequest = new CertificateRequest(subject, rsa, hash ?? HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Identify(rsaRequest, issuer);
        extend(rsaRequest);
        return rsaRequest.Create(issuer.SubjectName, generator, notBefore, to ?? End, serial).CopyWithPrivateKey(rsa);
    }

    private static void Identify(CertificateRequest request, X509Certificate2 issuer)
    {
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false));
    }

    private static void Authority(CertificateRequest request)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
    }

    private static X509Certificate2 MakeRoot(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(Name(name), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        Authority(request);
        return request.CreateSelfSigned(Begin, End);
    }

    private static X500DistinguishedName Name(string name)
    {
        var builder = new X500DistinguishedNameBuilder();
        builder.AddCountryOrRegion("VN");
        builder.AddOrganizationName("Bệnh viện đa khoa mẫu");
        builder.Add("2.5.4.3", name, UniversalTagNumber.UTF8String);
        return builder.Build();
    }
}
