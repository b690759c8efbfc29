using System.Text;
using EmrSec.Dossiers.Files;
using EmrSec.Dossiers.Workbooks;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Workbooks;

/// <summary>Takes a filled-in workbook into a dossier file.</summary>
internal sealed class WorkbookRun(RulePackSet packs, Screen screen)
{
    /// <summary>Imports.</summary>
    /// <param name="path">The workbook.</param>
    /// <param name="output">The dossier to be written.</param>
    /// <param name="onto">The dossier that the changes are laid onto; null = the one that the workbook was made from.</param>
    /// <param name="force">Whether a file that is there may be overwritten.</param>
    public int Import(string path, string output, string? onto, bool force)
    {
        var diagnostics = new DiagnosticBag();
        var there = onto is null ? null : AtomicTextFile.Read(onto, diagnostics);
        var isSame = onto is not null && string.Equals(Path.GetFullPath(onto), Path.GetFullPath(output), StringComparison.Ordinal);
        if (diagnostics.HasErrors || !(isSame || Commands.ImportCommand.MayWrite(output, force, diagnostics)) || Open(path) is not { } workbook)
        {
            screen.Report(diagnostics);
            return ExitCodes.WrongInput;
        }

        WorkbookReading reading;
        using (workbook)
        {
            reading = new WorkbookReader(packs).Read(workbook, Path.GetFileName(path), there?.Text, onto ?? "");
        }

        screen.Report(reading.Diagnostics);
        if (reading.Text is not { } text || !Write(text, output, isSame ? there : null))
        {
            return ExitCodes.WrongInput;
        }

        screen.Show(WorkbookPage.Build(path, output, reading));
        return ExitCodes.Done;
    }

    private FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            screen.Error.WriteLine($"lỗi: không đọc được «{path}»; kiểm tra đường dẫn và quyền đọc, đóng tệp nếu đang mở trong Excel");
            return null;
        }
    }

    private bool Write(string text, string output, AtomicTextFile? there)
    {
        var diagnostics = new DiagnosticBag();
        var isWritten = there is not null
            ? there.Write(text, diagnostics) is not null
            : AtomicFile.Write(output, stream => stream.Write(Encoding.UTF8.GetBytes(text)), diagnostics);
        screen.Report(diagnostics);
        return isWritten;
    }
}
