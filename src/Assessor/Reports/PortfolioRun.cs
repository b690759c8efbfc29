using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Reports;

/// <summary>Papers about every dossier of a folder.</summary>
/// <param name="call">What was asked for.</param>
/// <param name="packs">The laws.</param>
/// <param name="screen">Where messages go.</param>
internal sealed class PortfolioRun(ReportCall call, RulePackSet packs, Screen screen)
{
    /// <summary>Makes and writes the paper.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        _ = packs;
        screen.Error.WriteLine($"lỗi: «{call.Dossier}» là thư mục");
        return ExitCodes.WrongInput;
    }
}
