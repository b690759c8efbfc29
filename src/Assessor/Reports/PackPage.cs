using System.Globalization;
using EmrSec.Assessor.Signatures;
using EmrSec.Reports.Packing;
using EmrSec.Reports.Signing.Verifying;
using EmrSec.Rules.Facts;

namespace EmrSec.Assessor.Reports;

/// <summary>What came of looking at a pack, for people.</summary>
internal static class PackPage
{
    public static Page Build(string path, PackVerification verification, DetachedReport? signature)
    {
        var page = new Page().Head(1, $"Gói {Path.GetFileName(path)}");
        if (verification.Manifest is { } manifest)
        {
            page.Line($"Cơ sở: {manifest.FacilityName ?? "chưa khai"}{(manifest.FacilityCode is { } code ? $" ({code})" : "")}; ngày đánh giá {FactText.Date(manifest.AsOf)}; luật {manifest.Regime}{(manifest.IsDraft ? "; BẢN DỰ THẢO" : "")}");
            page.Line($"{manifest.Files.Count.ToString(CultureInfo.InvariantCulture)} tệp, {manifest.Files.Sum(file => file.Size).ToString("N0", CultureInfo.InvariantCulture).Replace(',', '.')} byte");
            foreach (var absent in manifest.Absent)
            {
                page.Item(1, "!", new Span($"hồ sơ nêu «{absent}» nhưng khi lập gói không có tệp này", Tone.Warn));
            }
        }

        WriteSignature(page, verification, signature);
        foreach (var problem in verification.Problems)
        {
            page.Item(1, "×", new Span($"{(problem.Name is { } name ? name + ": " : "")}{problem.Message}", Tone.Bad));
        }

        return page.Line(verification.IsIntact
            ? new Span("Mọi tệp đúng như manifest.json.", Tone.Good)
            : new Span("Gói KHÔNG đúng như manifest.json.", Tone.Bad));
    }

    private static void WriteSignature(Page page, PackVerification verification, DetachedReport? signature)
    {
        if (signature is null)
        {
            page.Line(verification.Signature is null ? "Chữ ký trên manifest.json: chưa có" : "Chữ ký trên manifest.json: có, chưa xét");
            return;
        }

        page.Line("Chữ ký trên manifest.json: ", new Span(signature.Verdict.Text(), signature.Verdict.Indication.Tone()), signature.Verdict.Explanation is { Length: > 0 } why ? $": {why}" : "");
        page.Item(1, "Người ký: ", signature.Signer ?? "không rõ", signature.Body is { } body ? $", {body}" : "");
        if (signature.Time is { } time)
        {
            page.Item(1, "Lúc: ", time.ToOffset(TimeSpan.FromHours(7)).ToString("dd/MM/yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture), $" ({signature.TimeOrigin.Text()})");
        }

        foreach (var note in signature.Notes)
        {
            page.Item(1, "– ", note);
        }
    }
}
