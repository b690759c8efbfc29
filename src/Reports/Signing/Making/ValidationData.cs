using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing.Cms;
using EmrSec.Reports.Signing.Reading;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Reports.Signing.Verifying;
using static EmrSec.Reports.Signing.Making.PdfBuilding;

namespace EmrSec.Reports.Signing.Making;

/// <summary>Gathers what is needed to check signatures later, and stores it in the file (ETSI EN 319 142-1, 5.4.2).</summary>
internal sealed class ValidationData
{
    private readonly SortedDictionary<string, byte[]> _certificates = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, byte[]> _answers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, byte[]> _lists = new(StringComparer.Ordinal);
    private readonly CertificateJudge _judge;
    private readonly RevocationSource _source;
    private readonly DateTimeOffset _time;

    private ValidationData(TrustStore trust, RevocationSource source, DateTimeOffset time) => (_judge, _source, _time) = (new CertificateJudge(trust), source, time);

    /// <summary>Makes the update that stores the data of signatures.</summary>
    /// <param name="source">The signed file.</param>
    /// <param name="field">The field of the one signature; null for all.</param>
    /// <param name="options">Who is trusted, and who is asked.</param>
    /// <exception cref="SigningException">Something needed cannot be had.</exception>
    public static byte[] Store(ByteSource source, string? field, SigningOptions options)
    {
        var document = PdfDocument.Open(source);
        var data = new ValidationData(
            options.Trust ?? throw new SigningException("KY032", "chưa biết chứng thư gốc nào được tin cậy", "chỉ ra thư mục chứng thư tin cậy"),
            options.Revocation ?? throw new SigningException("KY033", "chưa biết hỏi OCSP, CRL ở đâu", "cho phép kết nối mạng, hoặc ký ở mức thấp hơn"),
            options.Time);
        foreach (var candidate in FormFields.Read(document).Where(item => item is { IsSignature: true, Value: not null } && (field is null || string.Equals(item.Name, field, StringComparison.Ordinal))).Select(item => SignatureCandidate.Read(document, item)))
        {
            data.Gather(candidate.Message ?? throw new SigningException("KY034", $"chữ ký ở ô «{candidate.Field.Name}» hỏng", "kiểm tra tệp bằng emrsec verify"));
        }

        return data.Write(document, options.Time);
    }

    private void Gather(SignedMessage message)
    {
        if (message.FindSigner() is { } signer)
        {
            GatherChain(signer, message.Certificates);
        }

        if (message.Signer.UnsignedAttributes.TryGetValue(Oids.SignatureTimeStamp, out var token))
        {
            Gather(TimeStampToken.Read(token).Message);
        }
    }

    private void GatherChain(X509Certificate2 leaf, IReadOnlyList<byte[]> others)
    {
        var chain = _judge.Build(leaf, others, _time);
        if (chain.Verdict.Indication != Indication.Passed)
        {
            throw new SigningException("KY035", $"không đủ chứng thư để kiểm tra lâu dài: {chain.Verdict.Explanation}", "thêm chứng thư gốc vào thư mục tin cậy");
        }

        for (var i = 0; i < chain.Certificates.Count; i++)
        {
            var certificate = chain.Certificates[i];
            if (_certificates.TryAdd(certificate.Thumbprint, certificate.RawData) && i + 1 < chain.Certificates.Count)
            {
                GatherRevocation(certificate, chain.Certificates[i + 1]);
            }
        }
    }

    private void GatherRevocation(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var data = _source.Find(certificate, issuer);
        var state = new RevocationJudge(data.OcspAnswers, data.RevocationLists, online: null).Find(certificate, issuer, _time, _time).State;
        if (state != RevocationState.Good)
        {
            throw state == RevocationState.Revoked
                ? new SigningException("KY036", $"chứng thư «{Names.Of(certificate)}» đã bị thu hồi", "dùng chứng thư khác")
                : new SigningException("KY037", $"không lấy được tình trạng thu hồi của chứng thư «{Names.Of(certificate)}»", "kiểm tra mạng, OCSP và CRL của nơi cấp; hoặc ký ở mức thấp hơn và nói rõ bằng --allow-lower");
        }

        Add(_answers, data.OcspAnswers);
        Add(_lists, data.RevocationLists);
    }

    private static void Add(SortedDictionary<string, byte[]> target, IReadOnlyList<byte[]> items)
    {
        foreach (var item in items)
        {
            target.TryAdd(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(item)), item);
        }
    }

    private byte[] Write(PdfDocument document, DateTimeOffset time)
    {
        var update = new IncrementalUpdate(document);
        var entry = document.Catalog["DSS"];
        var store = document.Dictionary(entry) ?? Dictionary(("Type", Name("DSS")));
        var present = SecurityStore.Read(document);
        store = Extend(document, update, store, "Certs", _certificates.Values, present.Certificates);
        store = Extend(document, update, store, "OCSPs", _answers.Values, present.OcspAnswers);
        store = Extend(document, update, store, "CRLs", _lists.Values, present.RevocationLists);
        if (entry is PdfReference reference)
        {
            update.Replace(reference, store);
        }
        else
        {
            update.ChangeCatalog("DSS", update.Add(store));
        }

        return update.Build(time).Bytes;
    }

    private static PdfDictionary Extend(PdfDocument document, IncrementalUpdate update, PdfDictionary store, string key, IEnumerable<byte[]> items, IReadOnlyList<byte[]> present)
    {
        var fresh = items.Where(item => !present.Any(known => known.AsSpan().SequenceEqual(item))).ToList();
        return fresh.Count == 0
            ? store
            : store.With(key, Array([.. document.Array(store[key])?.Items ?? [], .. fresh.Select(item => update.Add(Dictionary(), item))]));
    }
}
