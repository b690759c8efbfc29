using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing.Cms;
using EmrSec.Reports.Signing.Keys;
using EmrSec.Reports.Signing.Reading;
using EmrSec.Reports.Signing.Trust;
using static EmrSec.Reports.Signing.Making.PdfBuilding;

namespace EmrSec.Reports.Signing.Making;

/// <summary>Makes the bytes that sign a file when they are appended to it (ETSI EN 319 142-1).</summary>
internal static class SignatureMaker
{
    private const int TimestampRoom = 10 * 1024;

    /// <summary>Signs.</summary>
    /// <param name="source">The file.</param>
    /// <param name="key">The key.</param>
    /// <param name="options">How.</param>
    /// <param name="stamped">With a time stamp.</param>
    /// <param name="field">Receives the field that was signed.</param>
    /// <returns>What to append.</returns>
    public static byte[] Sign(ByteSource source, SigningKey key, SigningOptions options, bool stamped, out string field)
    {
        var document = PdfDocument.Open(source, allowTrailingSpace: true);
        if (document.IsEncrypted)
        {
            throw new SigningException("KY024", "tệp PDF được mã hoá", "bỏ mã hoá (mật khẩu) của tệp rồi ký");
        }

        var fields = FormFields.Read(document);
        var target = SignatureField.Choose(document, fields, options);
        CheckPermissions(document, fields, target, options.Certify);
        var update = new IncrementalUpdate(document);
        var certificates = new List<X509Certificate2> { key.Certificate };
        certificates.AddRange(key.Issuers.Where(issuer => !issuer.SubjectName.RawData.AsSpan().SequenceEqual(issuer.IssuerName.RawData)));
        var scheme = key.Scheme(options.Pss);
        var signature = update.AddSignature(SignatureDictionary(options, key.Certificate), Room(certificates, key, stamped));
        target.Fill(update, signature, options.Appearance);
        if (options.Certify)
        {
            update.ChangeCatalog("Perms", Dictionary(("DocMDP", signature)));
        }

        field = target.Name;
        var made = update.Build(options.Time);
        var attributes = CadesBuilder.SignedAttributes(Hash(source, made, scheme.Hash!.Value), key.Certificate, scheme.Hash.Value);
        var value = key.Sign(CryptographicOperations.HashData(scheme.Hash.Value, attributes), scheme);
        var token = stamped ? Stamp(options.TimeStamps, value, scheme.Hash.Value) : [];
        Put(made, CadesBuilder.Message(certificates, scheme, attributes, value, token));
        return made.Bytes;
    }

    /// <summary>Stamps the whole file with a document time stamp (ETSI EN 319 142-1, 5.4.3).</summary>
    public static byte[] StampDocument(ByteSource source, TimeStampAuthority authority, DateTimeOffset time)
    {
        var document = PdfDocument.Open(source, allowTrailingSpace: true);
        var fields = FormFields.Read(document);
        var options = new SigningOptions { Time = time, NewField = new NewField(1, null) };
        var target = SignatureField.Choose(document, fields, options);
        var update = new IncrementalUpdate(document);
        var signature = update.AddSignature(
            Dictionary(("Type", Name("DocTimeStamp")), ("Filter", Name("Adobe.PPKLite")), ("SubFilter", Name("ETSI.RFC3161"))),
            TimestampRoom);
        target.Fill(update, signature, appearance: null);
        var made = update.Build(time);
        Put(made, authority.Stamp(Hash(source, made, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256));
        return made.Bytes;
    }

    private static PdfDictionary SignatureDictionary(SigningOptions options, X509Certificate2 certificate) => Dictionary(
        ("Type", Name("Sig")),
        ("Filter", Name("Adobe.PPKLite")),
        ("SubFilter", Name("ETSI.CAdES.detached")),
        ("M", TextStrings.Encode(options.Time)),
        ("Name", TextStrings.Encode(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false))),
        ("Reason", options.Reason is null ? null : TextStrings.Encode(options.Reason)),
        ("Location", options.Place is null ? null : TextStrings.Encode(options.Place)),
        ("Reference", options.Certify ? Array(Certification()) : null));

    private static PdfDictionary Certification() => Dictionary(
        ("Type", Name("SigRef")),
        ("TransformMethod", Name("DocMDP")),
        ("TransformParams", Dictionary(("Type", Name("TransformParams")), ("P", Number(2)), ("V", Name("1.2")))));

    private static void CheckPermissions(PdfDocument document, IReadOnlyList<FormField> fields, SignatureField target, bool certify)
    {
        var signatures = fields.Where(field => field.IsSignature).Select(field => document.Dictionary(field.Value)).OfType<PdfDictionary>().ToList();
        if (certify && signatures.Count > 0)
        {
            throw new SigningException("KY025", "tệp đã có chữ ký; chỉ chữ ký đầu tiên mới chứng nhận (DocMDP) được", "ký không kèm chứng nhận");
        }

        foreach (var signature in signatures)
        {
            if (DocumentPermissions.CertificationLevel(document, signature) is { } level && (level == 1 || target.IsNewAndVisible))
            {
                throw level == 1
                    ? new SigningException("KY026", "chữ ký chứng nhận của tệp không cho phép thay đổi gì nữa, kể cả ký thêm", "ký vào bản chưa bị khoá")
                    : new SigningException("KY027", "chữ ký chứng nhận của tệp không cho phép thêm ô chữ ký nhìn thấy được", "ký vào ô đã có sẵn, hoặc ký không hiển thị");
            }

            if (DocumentPermissions.Locks(document, signature, target.Name))
            {
                throw new SigningException("KY028", $"một chữ ký trước đã khoá ô «{target.Name}»", "chọn ô chữ ký khác");
            }
        }
    }

    private static int Room(List<X509Certificate2> certificates, SigningKey key, bool stamped) =>
        certificates.Sum(certificate => certificate.RawDataMemory.Length) + certificates[0].IssuerName.RawData.Length * 2 + key.SignatureLength + 640 + (stamped ? TimestampRoom : 0);

    // Each byte is hashed once: the file, then what is appended without the gap.
    private static byte[] Hash(ByteSource source, UpdateBytes made, HashAlgorithmName hash)
    {
        using var hasher = IncrementalHash.CreateHash(hash);
        source.Visit(0, source.Length, hasher.AppendData);
        hasher.AppendData(made.Bytes.AsSpan(0, made.ContentsStart));
        hasher.AppendData(made.Bytes.AsSpan(made.ContentsEnd));
        return hasher.GetHashAndReset();
    }

    private static byte[] Stamp(TimeStampAuthority? authority, byte[] value, HashAlgorithmName hash) =>
        (authority ?? throw new SigningException("KY030", "chưa biết máy chủ dấu thời gian (TSA)", "chỉ ra địa chỉ TSA, hoặc ký ở mức B-B"))
        .Stamp(CryptographicOperations.HashData(hash, value), hash);

    private static void Put(UpdateBytes made, byte[] message)
    {
        var room = made.Bytes.AsSpan(made.ContentsStart + 1, made.ContentsEnd - made.ContentsStart - 2);
        if (message.Length * 2 > room.Length)
        {
            throw new SigningException("KY029", "chữ ký lớn hơn chỗ dành cho nó", "bớt chứng thư kèm theo, hoặc dùng TSA khác");
        }

        Convert.TryToHexStringLower(message, room, out _);
    }
}
