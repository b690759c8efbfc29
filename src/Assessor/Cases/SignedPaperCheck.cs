using System.Security.Cryptography;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Assessor.Cases;

/// <summary>A signed paper, found to be what was made and to hold.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Made">The paper that was made for signing.</param>
/// <param name="Data">What was said of it.</param>
/// <param name="Signers">Who signed it, as verified.</param>
internal sealed record CheckedPaper(byte[] Bytes, FiledPaper Made, PaperData Data, IReadOnlyList<string> Signers)
{
    /// <summary>As the workflow sees it.</summary>
    public PaperProof AsProof => new(Made.Kind, Made.Revision, Data.Day, Data.Regime, IsSigned: true);
}

/// <summary>
/// Sees to it that a signed file is the paper that was made, and that its signatures hold. PAdES adds to the end of a file and changes none of its
/// bytes, so the signed file begins with exactly those of the paper.
/// </summary>
internal sealed class SignedPaperCheck(CaseDesk desk, TrustStore trust)
{
    /// <summary>Checks a file, without the network.</summary>
    /// <param name="path">The signed file.</param>
    /// <param name="snapshot">The case.</param>
    /// <param name="kind">The kind of paper that is wanted.</param>
    /// <exception cref="RefusedException">It is not that paper, or its signatures do not hold.</exception>
    public CheckedPaper Check(string path, CaseSnapshot snapshot, string kind)
    {
        var made = CasePapers.LastMade(snapshot.Papers, kind)
            ?? throw new RefusedException("VD020", $"chưa lập văn bản «{CaseWords.Paper(kind)}» của hồ sơ {snapshot.Case.Id}", Again(snapshot, kind));
        var data = snapshot.Data.FirstOrDefault(data => string.Equals(data.Paper, made.Sha256, StringComparison.Ordinal));
        if (made.Revision != snapshot.Case.Revision || data is null)
        {
            throw new RefusedException("VD020", $"văn bản «{CaseWords.Paper(kind)}» lập từ bản {made.Revision} của hồ sơ, trước khi hồ sơ được sửa hoặc gửi lại; nay là bản {snapshot.Case.Revision}", Again(snapshot, kind));
        }

        var signed = Read(path);
        CheckIsPaper(path, signed, snapshot, made);
        var report = new SignatureVerifier(new VerificationOptions { Trust = trust, Time = desk.Now }).Verify(signed);
        if (report.Verdict.Indication is not Indication.Passed)
        {
            throw new RefusedException("VD022", $"chữ ký số trên «{Path.GetFileName(path)}» chưa được công nhận: {report.Verdict.Explanation}", "xem chi tiết: emrsec verify; chứng thư gốc được tin cậy chỉ ra bằng --trust");
        }

        return new CheckedPaper(signed, made, data, [.. report.Signatures.Where(signature => !signature.IsTimestamp).Select(Signer)]);
    }

    private void CheckIsPaper(string path, byte[] signed, CaseSnapshot snapshot, FiledPaper made)
    {
        var paper = CasePapers.Bytes(desk.Store, made) ?? throw new StoreException($"kho không còn tệp của văn bản {made.Name}; kiểm tra kho: emrsec store check");
        if (signed.AsSpan().SequenceEqual(paper))
        {
            throw new RefusedException("VD022", $"«{Path.GetFileName(path)}» chưa có chữ ký số nào", $"ký trước: emrsec sign {Path.GetFileName(path)} --out …");
        }

        if (signed.AsSpan().StartsWith(paper))
        {
            // What was appended before the signature is signed too: it must be nothing but what signing itself adds.
            if (DocumentChanges.Since(paper, signed).FirstOrDefault(change => !change.IsPermitted) is { } change)
            {
                throw new RefusedException("VD021", $"«{Path.GetFileName(path)}» đã bị sửa trước khi ký: {change.Words}", $"ký đúng tệp do emrsec case paper {snapshot.Case.Id} --kind {made.Kind} xuất ra");
            }

            return;
        }

        var older = snapshot.Papers.FirstOrDefault(other => CasePapers.IsMade(other) && !ReferenceEquals(other, made) && CasePapers.Bytes(desk.Store, other) is { } bytes && signed.AsSpan().StartsWith(bytes));
        throw new RefusedException(
            "VD021",
            older is null
                ? $"«{Path.GetFileName(path)}» không phải văn bản «{CaseWords.Paper(made.Kind)}» đã lập cho hồ sơ {snapshot.Case.Id} (bản {made.Revision}), hoặc đã bị thay đổi trước khi ký"
                : $"«{Path.GetFileName(path)}» là «{CaseWords.Paper(older.Kind)}» lập từ bản {older.Revision} lúc {CaseText.Moment(older.At)}, không phải văn bản lập sau cùng cho bước này",
            $"ký đúng tệp do emrsec case paper {snapshot.Case.Id} --kind {made.Kind} xuất ra, không in lại, không lưu lại bằng phần mềm khác");
    }

    private static string Signer(SignatureReport signature)
    {
        var serial = signature.Serial is { } number ? $", số hiệu {number}" : "";
        return $"{signature.Signer}{(signature.Body is { } body ? $", {body}" : "")}{serial}";
    }

    private static string Again(CaseSnapshot snapshot, string kind) => $"lập văn bản: emrsec case paper {snapshot.Case.Id} --kind {kind} --out {kind}.pdf; rồi ký và gọi lại";

    private static byte[] Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length > CasePapers.Limit
                ? throw new RefusedException("VD041", $"«{file.Name}» lớn hơn {CasePapers.Limit >> 20} MB", "kiểm tra lại có đúng tệp đã ký không")
                : File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException("VD047", $"không đọc được tệp «{path}»", "kiểm tra tên tệp và quyền đọc");
        }
    }

    /// <summary>The hash of a file, as the store writes it.</summary>
    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
