using EmrSec.Assessor.Signatures;

namespace EmrSec.Assessor.Pages;

/// <summary>What became of files that were to be signed.</summary>
internal static class SigningPage
{
    public static Page Build(IReadOnlyList<JobResult> results)
    {
        var (done, skipped) = (results.Count(result => result.State == JobState.Done), results.Count(result => result.State == JobState.Skipped));
        var failed = results.Where(result => result.State is JobState.Failed or JobState.NotTried).ToList();
        var page = new Page();
        page.Table(["Tệp", "Ô chữ ký", "Mức"], [.. results.Where(result => result.Outcome is not null).Select(Row)]);
        foreach (var (job, shortfall) in results.Select(result => (result.Job, result.Outcome?.Shortfall)).Where(item => item.Shortfall is not null))
        {
            page.Item(0, "Lưu ý: ", new Span($"{job.Output} ở mức thấp hơn yêu cầu (--allow-lower): {shortfall}", Tone.Warn));
        }

        foreach (var result in failed)
        {
            page.Item(0, "Không xong: ", new Span($"{result.Job.Input}: {result.Message}{(result.Code is null ? "" : $" ({result.Code})")}", Tone.Bad));
        }

        return page.Line(new Span($"Xong {done}, bỏ qua {skipped} (đã xong từ trước), không xong {failed.Count}.", failed.Count == 0 ? Tone.Good : Tone.Bad));
    }

    private static IReadOnlyList<Span> Row(JobResult result) =>
        [result.Job.Output, result.Outcome!.Field.Length == 0 ? "–" : result.Outcome.Field, new Span(result.Outcome.Level.Label(), result.Outcome.Shortfall is null ? Tone.Normal : Tone.Warn)];
}
