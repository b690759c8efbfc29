using EmrSec.Assessor.Cases;
using EmrSec.Dossiers.Store;
using EmrSec.Reports.Exchange;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Assessor.Exchange;

/// <summary>Takes the papers of a package: a paper that is said to be signed is verified here, whatever the sender says of it.</summary>
internal sealed class PaperIntake(CaseDesk desk, ExchangePackage package, TrustStore trust)
{
    /// <summary>The papers that are not filed yet; their bytes are in the store.</summary>
    /// <param name="known">The papers filed here.</param>
    /// <param name="isTrusted">Whether the package is signed: else no paper counts as signed.</param>
    /// <exception cref="RefusedException">A signature does not hold.</exception>
    public IReadOnlyList<FiledPaper> Take(IReadOnlyList<FiledPaper> known, bool isTrusted)
    {
        var papers = new List<FiledPaper>();
        foreach (var file in package.Manifest!.Files.Where(file => file.Role is "paper"))
        {
            if (known.Any(paper => string.Equals(paper.Sha256, file.Sha256, StringComparison.Ordinal) && string.Equals(paper.Kind, file.Kind, StringComparison.Ordinal)))
            {
                continue;
            }

            using var content = Copy(package, file);
            var name = (file.Title ?? file.Name).Split('/')[^1];
            IReadOnlyList<string> signers = isTrusted && file.Signers.Count > 0 ? Signers(content, name) : [];
            content.Position = 0;
            var kept = desk.Store.Blobs.Put(content, CasePapers.Limit);
            papers.Add(new FiledPaper(default, file.Kind ?? "other", kept.Sha256, kept.Size, name, file.Revision ?? 0, signers, desk.Account, desk.Now));
        }

        return papers;
    }

    /// <summary>A file of the package on disk, gone when it is closed.</summary>
    public static FileStream Copy(ExchangePackage package, ExchangeFile file)
    {
        var copy = new FileStream(Path.Combine(Path.GetTempPath(), $"emrsec-{Path.GetRandomFileName()}"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
        });
        try
        {
            using var content = package.Open(file);
            content.CopyTo(copy);
            copy.Position = 0;
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    private IReadOnlyList<string> Signers(FileStream content, string name)
    {
        if (content.Length > CasePapers.Limit)
        {
            throw new RefusedException("TD006", $"văn bản «{name}» lớn hơn {(CasePapers.Limit >> 20).ToString(System.Globalization.CultureInfo.InvariantCulture)} MB", "báo nơi gửi");
        }

        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        var report = new SignatureVerifier(new VerificationOptions { Trust = trust, Time = desk.Now }).Verify(bytes);
        return report.Verdict.Indication is Indication.Passed
            ? [.. report.Signatures.Where(signature => !signature.IsTimestamp).Select(signature => $"{signature.Signer}{(signature.Body is { } body ? $", {body}" : "")}{(signature.Serial is { } serial ? $", số hiệu {serial}" : "")}")]
            : throw new RefusedException("TD017", $"chữ ký số trên văn bản «{name}» trong gói chưa được công nhận: {report.Verdict.Explanation}", "chứng thư gốc được tin cậy chỉ ra bằng --trust");
    }
}
