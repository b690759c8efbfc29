using System.Text;
using EmrSec.Assessor.Json;
using EmrSec.Reports.Signing;

namespace EmrSec.Assessor.Signatures;

/// <summary>From what became of files to what is printed and the exit code.</summary>
internal static class SigningRun
{
    /// <summary>Runs an action; what the user can do something about becomes a line and exit code 2.</summary>
    public static int Explain(Screen screen, Func<int> action)
    {
        try
        {
            return action();
        }
        catch (SigningException e)
        {
            screen.Error.WriteLine($"lỗi {e.Code}: {e.Message}; {e.Help}");
            return ExitCodes.WrongInput;
        }
    }

    /// <summary>Shows the results. 0: all done; 1: some of several files failed; 2: all failed, or the one file did.</summary>
    public static int Report(string action, IReadOnlyList<JobResult> results, bool json, Screen screen)
    {
        if (json)
        {
            screen.Out.WriteLine(Encoding.UTF8.GetString(SigningJson.Write(action, results).Span));
        }
        else
        {
            screen.Show(SigningPage.Build(results));
        }

        var bad = results.Count(result => result.State is JobState.Failed or JobState.NotTried);
        return bad == 0 ? ExitCodes.Done : bad == results.Count ? ExitCodes.WrongInput : ExitCodes.DoesNotHold;
    }
}
