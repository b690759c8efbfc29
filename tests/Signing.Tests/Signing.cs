using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Signing.Tests;

/// <summary>Signs in one line.</summary>
internal static class Signing
{
    public static byte[] Sign(byte[] pdf, X509Certificate2 signer, string? field = null, bool certify = false, Func<SigningOptions, SigningOptions>? more = null)
    {
        var options = new SigningOptions { Time = TestAuthority.Now, FieldName = field, Certify = certify, Reason = "Phê duyệt cấp độ", Place = "Bắc Ninh" };
        using var key = SigningKey.Of(signer, TestAuthority.Intermediate);
        return PdfSigner.Sign(pdf, key, more is null ? options : more(options)).Pdf;
    }

    /// <summary>A file with three fields, signed by three people in turn.</summary>
    public static byte[] Three(bool certify = true)
    {
        var once = Sign(TinyPdf.Make("head", "appraiser", "approver"), TestAuthority.Head, "head", certify);
        return Sign(Sign(once, TestAuthority.Appraiser, "appraiser"), TestAuthority.Approver, "approver");
    }
}
