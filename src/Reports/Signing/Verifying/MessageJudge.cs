using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing.Cms;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>Checks what a CMS message proves by itself: that this certificate's key signed these bytes (RFC 5652, 5.4–5.6).</summary>
internal static class MessageJudge
{
    /// <summary>Checks a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="hash">Gives the hash of what should have been signed.</param>
    /// <param name="contentType">The type that the content has to have.</param>
    /// <param name="requiresNamedCertificate">The signed attributes have to name the signer's certificate (CAdES, RFC 3161).</param>
    /// <returns>What is wrong, or null; and the signer's certificate where it is there.</returns>
    public static (Verdict? Problem, X509Certificate2? Signer) Check(SignedMessage message, Func<HashAlgorithmName, byte[]> hash, string contentType, bool requiresNamedCertificate)
    {
        try
        {
            return CheckSigner(message, hash, contentType, requiresNamedCertificate);
        }
        catch (AsnContentException)
        {
            return (Broken("thuộc tính đã ký hỏng"), null);
        }
    }

    private static (Verdict? Problem, X509Certificate2? Signer) CheckSigner(SignedMessage message, Func<HashAlgorithmName, byte[]> hash, string contentType, bool requiresNamedCertificate)
    {
        var signer = message.Signer;
        if (message.FindSigner() is not { } certificate)
        {
            return (Verdict.Indeterminate(SubIndication.NoSigningCertificateFound, SignatureProblem.CertificateMissing, "không có chứng thư của người ký trong chữ ký"), null);
        }

        if (!string.Equals(message.ContentType, contentType, StringComparison.Ordinal) || HashNames.Of(signer.Digest.Oid) is not { } digestName)
        {
            return (Broken("kiểu nội dung hoặc hàm băm lạ"), certificate);
        }

        if (signer.SignedBytes is null)
        {
            return requiresNamedCertificate
                ? (Broken("chữ ký thiếu thuộc tính đã ký"), certificate)
                : (CheckValue(signer, certificate, digestName, hash(digestName)) ?? CheckWeakness(signer, certificate, digestName), certificate);
        }

        if (!signer.SignedAttributes.TryGetValue(Oids.MessageDigest, out var digest) || !signer.SignedAttributes.TryGetValue(Oids.ContentType, out var type)
            || !string.Equals(new AsnReader(type, AsnEncodingRules.BER).ReadObjectIdentifier(), contentType, StringComparison.Ordinal))
        {
            return (Broken("chữ ký thiếu thuộc tính bắt buộc"), certificate);
        }

        if (!new AsnReader(digest, AsnEncodingRules.BER).ReadOctetString().AsSpan().SequenceEqual(hash(digestName)))
        {
            return (Verdict.Failed(SubIndication.HashFailure, SignatureProblem.BytesChanged, "nội dung đã ký bị sửa: mã băm không khớp"), certificate);
        }

        var scheme = SignatureScheme.Of(signer.SignatureAlgorithm);
        var attributesHash = scheme?.Hash ?? digestName;
        var problem = CheckValue(signer, certificate, attributesHash, CryptographicOperations.HashData(attributesHash, signer.SignedBytes))
            ?? CheckName(signer, certificate, requiresNamedCertificate)
            ?? CheckWeakness(signer, certificate, digestName);
        return (problem, certificate);
    }

    private static Verdict? CheckValue(SignerInfo signer, X509Certificate2 certificate, HashAlgorithmName hash, byte[] digest)
    {
        if (SignatureScheme.Of(signer.SignatureAlgorithm) is not { } scheme)
        {
            return Verdict.Indeterminate(SubIndication.CryptoConstraintsFailure, SignatureProblem.UnsupportedKind, $"thuật toán chữ ký {signer.SignatureAlgorithm.Oid} không được hỗ trợ");
        }

        return (scheme.Hash ?? hash) == hash && scheme.Verify(certificate, hash, digest, signer.Signature)
            ? null
            : Verdict.Failed(SubIndication.SigCryptoFailure, SignatureProblem.ValueWrong, "giá trị chữ ký không do khoá của chứng thư này tạo ra");
    }

    private static Verdict? CheckName(SignerInfo signer, X509Certificate2 certificate, bool required) => SigningCertificateAttribute.Matches(signer, certificate) switch
    {
        true => null,
        null when !required => null,
        null => Verdict.Failed(SubIndication.FormatFailure, SignatureProblem.CertificateNotNamed, "chữ ký không ghi chứng thư của người ký (thiếu signing-certificate)"),
        _ => Verdict.Failed(SubIndication.SigCryptoFailure, SignatureProblem.CertificateNotNamed, "chữ ký ghi một chứng thư khác với chứng thư kèm theo"),
    };

    private static Verdict? CheckWeakness(SignerInfo signer, X509Certificate2 certificate, HashAlgorithmName digest)
    {
        if (HashNames.IsWeak(digest) || (SignatureScheme.Of(signer.SignatureAlgorithm)?.Hash is { } hash && HashNames.IsWeak(hash)))
        {
            return Verdict.Indeterminate(SubIndication.CryptoConstraintsFailure, SignatureProblem.WeakAlgorithm, $"chữ ký dùng hàm băm yếu ({digest.Name})");
        }

        return CertificateSignature.HasShortKey(certificate)
            ? Verdict.Indeterminate(SubIndication.CryptoConstraintsFailure, SignatureProblem.WeakAlgorithm, "khoá của người ký quá ngắn")
            : null;
    }

    private static Verdict Broken(string words) => Verdict.Failed(SubIndication.FormatFailure, SignatureProblem.MessageMalformed, words);
}
