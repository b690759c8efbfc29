using System.Globalization;
using System.Security.Cryptography;
using EmrSec.Reports.Signing.Cms;
using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Signing.Tests;

/// <summary>Signs what the real signer refuses to sign.</summary>
internal static class PdfSignerForTests
{
    private const int Room = 6000;

    /// <summary>Signs a field of a file, with a certification of any level, at any time.</summary>
    public static byte[] SignUnchecked(byte[] pdf, SigningKey key, string field, int? certificationLevel, string subFilter = "ETSI.CAdES.detached", Func<byte[], byte[]>? message = null)
    {
        using var source = ByteSource.Of(pdf);
        var target = FormFields.Read(PdfDocument.Open(source)).Single(item => item.Name == field).Reference.Number;
        var next = 500 + pdf.Length % 400;
        var reference = certificationLevel is { } level
            ? $"/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/V/1.2/P {level.ToString(CultureInfo.InvariantCulture)}>>>>]"
            : string.Empty;
        var signature = $"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/{subFilter}{reference}/M(D:20261105101500+07'00')/ByteRange [0 0000000000 0000000000 0000000000]/Contents <{new string('0', 2 * Room)}>>>";
        var filled = RawUpdate.Body(pdf, target);
        var update = RawUpdate.Append(pdf, (target, filled[..^2] + $"/V {next} 0 R>>"), (next, signature));
        var text = RawUpdate.Text(update);
        var start = text.LastIndexOf("/Contents <000", StringComparison.Ordinal) + 10;
        var end = start + (2 * Room) + 2;
        var range = string.Create(CultureInfo.InvariantCulture, $"[0 {start:D10} {end:D10} {update.Length - end:D10}]");
        var place = text.LastIndexOf("/ByteRange [0 000", StringComparison.Ordinal) + 11;
        text = text[..place] + range + text[(place + range.Length)..];
        var covered = RawUpdate.Bytes(text[..start] + text[end..]);
        var encoded = (message ?? (bytes => Message(bytes, key)))(covered);
        var hex = Convert.ToHexStringLower(encoded);
        return RawUpdate.Bytes(text[..(start + 1)] + hex + text[(start + 1 + hex.Length)..]);
    }

    private static byte[] Message(byte[] covered, SigningKey key)
    {
        var scheme = key.Scheme(pss: false);
        var attributes = CadesBuilder.SignedAttributes(SHA256.HashData(covered), key.Certificate, scheme.Hash!.Value);
        return CadesBuilder.Message([key.Certificate, .. key.Issuers], scheme, attributes, key.Sign(CryptographicOperations.HashData(scheme.Hash.Value, attributes), scheme), []);
    }
}
