using System.CommandLine;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Cases;

/// <summary><c>emrsec case</c>: case files on their way from draft to in force.</summary>
internal static class CaseCommands
{
    public static Command Create(Screen screen, TimeProvider clock)
    {
        var group = new Command("case", "Hồ sơ trong kho: gửi, tiếp nhận, thẩm định, bổ sung, phê duyệt, theo dõi hạn");
        foreach (var command in FileCommands.Create(screen, clock).Concat(StepCommands.Create(screen, clock)).Concat(RecordCommands.Create(screen, clock)))
        {
            group.Subcommands.Add(command);
        }

        return group;
    }

    /// <summary>Shows a page, or a JSON object.</summary>
    public static int Show(Screen screen, bool isJson, Func<string> json, Func<Page> page)
    {
        if (isJson)
        {
            screen.Out.WriteLine(json());
        }
        else
        {
            screen.Show(page());
        }

        return ExitCodes.Done;
    }

    /// <summary>The words of states, on the command line.</summary>
    public static string[] StateWords { get; } = [.. Enum.GetValues<CaseState>().Select(Dossiers.Workflow.CaseWords.Word)];
}
