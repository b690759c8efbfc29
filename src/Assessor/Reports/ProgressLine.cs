using System.Globalization;
using System.Diagnostics;

namespace EmrSec.Assessor.Reports;

/// <summary>How far a long work has come, on standard error of a terminal; nothing where nobody looks.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const int Width = 30;
    private readonly TextWriter? _output;
    private readonly string _what;
    private readonly int _total;
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _done;
    private bool _isShown;

    private ProgressLine(TextWriter? output, string what, int total)
    {
        _output = output;
        _what = what;
        _total = total;
    }

    /// <summary>Begins.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="what">What is being done, in Vietnamese.</param>
    /// <param name="total">How many steps it has.</param>
    public static ProgressLine On(Screen screen, string what, int total) =>
        new(screen.IsTerminal && !Console.IsErrorRedirected ? screen.Error : null, what, total);

    /// <summary>One step more is done.</summary>
    public void Step()
    {
        _done++;

        // Short work needs no bar.
        if (_output is null || (!_isShown && Stopwatch.GetElapsedTime(_start) < TimeSpan.FromMilliseconds(500)))
        {
            return;
        }

        _isShown = true;
        var elapsed = Stopwatch.GetElapsedTime(_start);
        var left = elapsed * (_total - _done) / Math.Max(1, _done);
        var full = Width * _done / Math.Max(1, _total);
        _output.Write(string.Create(CultureInfo.InvariantCulture, $"\r{_what} [{new string('#', full)}{new string('-', Width - full)}] {_done}/{_total}, còn khoảng {Math.Ceiling(left.TotalSeconds):0} giây  "));
    }

    public void Dispose()
    {
        if (_isShown)
        {
            _output?.Write("\r" + new string(' ', Width + _what.Length + 50) + "\r");
        }
    }
}
