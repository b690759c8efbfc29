using System.Globalization;
using EmrSec.Reports.Packing;
using EmrSec.Rules.Facts;

namespace EmrSec.Assessor.Reports;

/// <summary>What came of looking at a pack, for people.</summary>
internal static class PackPage
{
    public static Page Build(string path, PackVerification verification)
    {
        var page = new Page().Head(1, $"Gói {Path.GetFileName(path)}");
        if (verification.Manifest is { } manifest)
        {
            page.Line($"Cơ sở: {manifest.FacilityName ?? "chưa khai"}{(manifest.FacilityCode is { } code ? $" ({code})" : "")}; ngày đánh giá {FactText.Date(manifest.AsOf)}; luật {manifest.Regime}{(manifest.IsDraft ? "; BẢN DỰ THẢO" : "")}");
            page.Line(string.Create(CultureInfo.InvariantCulture, $"{manifest.Files.Count} tệp, {manifest.Files.Sum(file => file.Size):N0} byte").Replace(',', '.'));
            foreach (var absent in manifest.Absent)
            {
                page.Item(1, "!", new Span($"hồ sơ nêu «{absent}» nhưng khi lập gói không có tệp này", Tone.Warn));
            }
        }

        page.Line(verification.Signature is null ? "Chữ ký trên manifest.json: chưa có" : "Chữ ký trên manifest.json: có manifest.p7s; lệnh này chưa xét chữ ký");
        foreach (var problem in verification.Problems)
        {
            page.Item(1, "×", new Span($"{(problem.Name is { } name ? name + ": " : "")}{problem.Message}", Tone.Bad));
        }

        return page.Line(verification.IsIntact
            ? new Span("Mọi tệp đúng như manifest.json.", Tone.Good)
            : new Span("Gói KHÔNG đúng như manifest.json.", Tone.Bad));
    }
}
