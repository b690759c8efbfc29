using EmrSec.Assessor.Pages;
using EmrSec.Assessor.Signatures;
using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Keys;
using EmrSec.Reports.Signing.Making;
using EmrSec.Signing.Tests;

namespace EmrSec.Assessor.Tests.Signatures;

/// <summary>A batch whose key stops working.</summary>
public sealed class BatchTests : IDisposable
{
    private readonly SigningDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_token_that_is_pulled_out_ends_the_batch()
    {
        using var key = SigningKey.Of(TestAuthority.Head, TestAuthority.Intermediate);
        var tried = 0;
        SigningOutcome Make(SigningJob job)
        {
            tried++;
            if (tried == 2)
            {
                throw new SigningException("KY011", "khoá bí mật không ký được", "cắm lại thiết bị");
            }

            return PdfSigner.SignFile(job.Input, job.Output, key, new SigningOptions { Time = TestAuthority.Now });
        }

        List<SigningJob> jobs = [.. Enumerable.Range(1, 4).Select(i => new SigningJob(_desk.AddLetter($"{i}.pdf"), _desk.Path($"out-{i}.pdf")))];
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var screen = new Screen(output, errors, new StringReader(""), IsTerminal: false);
        var results = new SigningBatch(Make, (_, _) => true, TestAuthority.Now).Run(jobs, screen);
        results.Select(result => result.State).ShouldBe([JobState.Done, JobState.Failed, JobState.NotTried, JobState.NotTried]);
        tried.ShouldBe(2);
        SigningRun.Report("sign", results, json: false, screen).ShouldBe(1);
        output.ToString().ShouldContain("chưa làm: khoá ký không dùng được nữa");
    }
}
