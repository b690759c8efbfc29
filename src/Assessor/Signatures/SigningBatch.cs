using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Making;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Assessor.Signatures;

/// <summary>What became of a file.</summary>
internal enum JobState
{
    Done,

    /// <summary>An earlier call did it.</summary>
    Skipped,

    Failed,

    /// <summary>Not tried, since the key no longer works.</summary>
    NotTried,
}

/// <summary>What became of a job.</summary>
/// <param name="Job">The job.</param>
/// <param name="State">Done or not.</param>
/// <param name="Outcome">What was made; null where nothing was.</param>
/// <param name="Code">The code of what went wrong; null where nothing did.</param>
/// <param name="Message">What went wrong and what to do; null where nothing did.</param>
internal sealed record JobResult(SigningJob Job, JobState State, SigningOutcome? Outcome = null, string? Code = null, string? Message = null);

/// <summary>Makes many files one after the other, each whole or not at all; may be called again for the rest.</summary>
/// <param name="make">Makes the output of a job.</param>
/// <param name="isDone">Whether the output that is there is what an earlier call made of this input.</param>
/// <param name="time">The time of signing.</param>
internal sealed class SigningBatch(Func<SigningJob, SigningOutcome> make, Func<SigningJob, FileReport, bool> isDone, DateTimeOffset time)
{
    // With these every further file would fail too, and a token might lock.
    private static readonly string[] Fatal = ["KY011", "KY012"];

    // Whether a signature is whole does not depend on who is trusted.
    private readonly SignatureVerifier _verifier = new(new VerificationOptions { Trust = TrustStore.Of(), Time = time });

    /// <summary>Runs the jobs, with a line of progress for each on standard error.</summary>
    public IReadOnlyList<JobResult> Run(IReadOnlyList<SigningJob> jobs, Screen screen)
    {
        var results = new List<JobResult>();
        var broken = false;
        foreach (var job in jobs)
        {
            var result = broken ? new JobResult(job, JobState.NotTried, Code: null, Message: "chưa làm: khoá ký không dùng được nữa") : Try(job);
            broken |= result.Code is { } code && Fatal.Contains(code, StringComparer.Ordinal);
            results.Add(result);
            screen.Error.WriteLine($"[{results.Count}/{jobs.Count}] {job.Input}: {Text(result)}");
        }

        return results;
    }

    private static string Text(JobResult result) => result.State switch
    {
        JobState.Done => $"xong → {result.Job.Output}",
        JobState.Skipped => $"bỏ qua, đã xong từ trước: {result.Job.Output}",
        JobState.NotTried => result.Message!,
        _ => $"lỗi {result.Code}: {result.Message}",
    };

    private JobResult Try(SigningJob job)
    {
        try
        {
            return CheckPlaces(job) ?? Make(job);
        }
        catch (SigningException e)
        {
            return Failed(job, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new JobResult(job, JobState.Failed, Code: "KY007", Message: $"không đọc hoặc ghi được tệp: {e.Message}; kiểm tra quyền và chỗ trống trên đĩa");
        }
    }

    private static JobResult Failed(SigningJob job, SigningException e) => new(job, JobState.Failed, Code: e.Code, Message: $"{e.Message}; {e.Help}");

    private JobResult? CheckPlaces(SigningJob job)
    {
        if (!File.Exists(job.Input))
        {
            throw new SigningException("KY002", "không có tệp này", "kiểm tra lại tên tệp");
        }

        if (string.Equals(Path.GetFullPath(job.Input), Path.GetFullPath(job.Output), StringComparison.OrdinalIgnoreCase))
        {
            throw new SigningException("KY005", "tệp sẽ tạo trùng với tệp vào", "ghi ra tên hoặc thư mục khác; bản gốc luôn được giữ");
        }

        if (!File.Exists(job.Output))
        {
            return null;
        }

        return BeginsWith(job.Output, job.Input) && isDone(job, _verifier.VerifyFile(job.Output))
            ? new JobResult(job, JobState.Skipped)
            : throw new SigningException("KY004", $"đã có tệp khác ở «{job.Output}»", "chọn tên khác, hoặc chuyển tệp đó đi; chương trình không ghi đè");
    }

    private JobResult Make(SigningJob job)
    {
        if (_verifier.VerifyFile(job.Input) is { Signatures.Count: > 0, Verdict: { Indication: Indication.Failed } before })
        {
            throw new SigningException("KY006", $"chữ ký có sẵn trong tệp không hợp lệ ({before.Explanation})", "không ký chồng lên tệp đã bị sửa; lấy lại bản nguyên vẹn");
        }

        var outcome = make(job);
        var after = _verifier.VerifyFile(job.Output).Verdict;
        if (after.Indication != Indication.Failed)
        {
            return new JobResult(job, JobState.Done, outcome);
        }

        File.Delete(job.Output);
        throw new SigningException("KY003", $"tệp vừa tạo không qua được kiểm tra nên đã bị xoá ({after.Explanation})", "gửi tệp vào cho nhóm phát triển");
    }

    private static bool BeginsWith(string longer, string shorter)
    {
        using var a = File.OpenRead(longer);
        using var b = File.OpenRead(shorter);
        if (a.Length <= b.Length)
        {
            return false;
        }

        var (left, right) = (new byte[81920], new byte[81920]);
        for (int count; (count = b.ReadAtLeast(right, right.Length, throwOnEndOfStream: false)) > 0;)
        {
            a.ReadExactly(left.AsSpan(0, count));
            if (!left.AsSpan(0, count).SequenceEqual(right.AsSpan(0, count)))
            {
                return false;
            }
        }

        return true;
    }
}
