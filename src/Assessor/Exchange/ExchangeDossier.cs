using System.Text;
using EmrSec.Assessor.Cases;
using EmrSec.Dossiers.Checks;
using EmrSec.Dossiers.Intake;
using EmrSec.Reports.Exchange;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Exchange;

/// <summary>Reads the dossier of a package: what a person reads in it is what is imported.</summary>
internal static class ExchangeDossier
{
    /// <exception cref="RefusedException">It is no dossier, not the facility's, or its two forms differ.</exception>
    public static (DossierReadResult Read, byte[] Content) Read(ExchangePackage package, RulePackSet packs)
    {
        var reader = new DossierReader(packs.Facts);
        var read = reader.ReadCanonical(package.Small("content"), ExchangeManifest.ContentName);
        if (read.Dossier is { } dossier)
        {
            AnswerChecks.CheckNames(dossier, packs, read.Diagnostics);
        }

        if (read.Dossier is null || read.Diagnostics.HasErrors)
        {
            var first = read.Diagnostics.Items.First(item => item.Severity == DiagnosticSeverity.Error);
            throw new RefusedException("TD012", $"hồ sơ trong gói có lỗi {first.Code}: {first.Message}", "báo nơi gửi sửa hồ sơ rồi xuất lại gói");
        }

        var content = read.ToCanonicalJson();
        var shown = reader.ReadText(Encoding.UTF8.GetString(package.Small("dossier") ?? []), ExchangeManifest.DossierName);
        if (shown.Dossier is null || !shown.ToCanonicalJson().AsSpan().SequenceEqual(content))
        {
            throw new RefusedException("TD014", $"{ExchangeManifest.DossierName} và {ExchangeManifest.ContentName} trong gói không nói cùng một điều", "không nhập gói này; báo nơi gửi");
        }

        return string.Equals(read.Dossier.FacilityCode, package.Manifest!.FacilityCode, StringComparison.Ordinal)
            ? (read, content)
            : throw new RefusedException("TD013", $"manifest.json ghi cơ sở «{package.Manifest.FacilityCode}», hồ sơ trong gói ghi «{read.Dossier.FacilityCode}»", "không nhập gói này; báo nơi gửi");
    }
}
