namespace EmrSec.Assessor.Pages;

/// <summary>Where a command writes and reads: results to <see cref="Out"/>, messages and logs to <see cref="Error"/>.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="In">Standard input.</param>
/// <param name="IsTerminal">Whether a person looks at the output on a terminal that can show colours.</param>
internal sealed record Screen(TextWriter Out, TextWriter Error, TextReader In, bool IsTerminal)
{
    /// <summary>Reads a secret from the keyboard without showing it; null where there is no keyboard: then it is a line of <see cref="In"/>.</summary>
    public Func<string?>? ReadSecret { get; init; }

    /// <summary>Shows a page: drawn on a terminal, plain when piped.</summary>
    public void Show(Page page)
    {
        if (IsTerminal)
        {
            // The drawing library writes past our buffer.
            Out.Flush();
            ShowDrawn(page);
        }
        else
        {
            new PlainRenderer(Out).Write(page);
        }
    }

    /// <summary>Writes findings to standard error, one line each.</summary>
    /// <param name="diagnostics">The findings.</param>
    /// <param name="from">Findings less severe than this are left out.</param>
    public void Report(DiagnosticBag diagnostics, DiagnosticSeverity from = DiagnosticSeverity.Note)
    {
        foreach (var item in diagnostics.Items.Where(item => item.Severity >= from))
        {
            Error.WriteLine(item);
        }

        if (diagnostics.Dropped > 0)
        {
            Error.WriteLine($"… và {diagnostics.Dropped} thông báo nữa");
        }
    }

    // On its own so that the drawing library is not even loaded when output is piped.
    private static void ShowDrawn(Page page) => new TerminalRenderer(Spectre.Console.AnsiConsole.Console).Write(page);
}
