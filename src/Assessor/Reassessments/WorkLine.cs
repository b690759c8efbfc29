using System.Diagnostics;
using System.Globalization;

namespace EmrSec.Assessor.Reassessments;

/// <summary>How far a long work over a store has come: a bar with rate and time left on a terminal, a line every ten seconds elsewhere.</summary>
/// <param name="screen">The screen.</param>
/// <param name="what">What is being done, in Vietnamese.</param>
internal sealed class WorkLine(Screen screen, string what) : IDisposable
{
    private const int Width = 30;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly bool _isTerminal = screen.IsTerminal && !Console.IsErrorRedirected;
    private TimeSpan _shown;
    private int? _first;
    private int _length;

    /// <summary>So much is done.</summary>
    /// <param name="done">How much.</param>
    /// <param name="total">Of how much.</param>
    public void Show(int done, int total)
    {
        // What an earlier start did says nothing of the rate.
        _first ??= done;
        var elapsed = Stopwatch.GetElapsedTime(_start);
        if (elapsed - _shown < (_isTerminal ? Between : BetweenLines))
        {
            return;
        }

        _shown = elapsed;
        var rate = (int)((done - _first.Value) / Math.Max(0.001, elapsed.TotalSeconds));
        var left = rate == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", còn khoảng {(total - done + rate - 1) / rate} giây");
        var text = string.Create(CultureInfo.InvariantCulture, $"{done}/{total}, {rate} hồ sơ/giây{left}");
        if (_isTerminal)
        {
            var full = Width * done / Math.Max(1, total);
            var line = $"{what} [{new string('#', full)}{new string('-', Width - full)}] {text}";
            screen.Error.Write("\r" + line.PadRight(_length));
            _length = line.Length;
        }
        else
        {
            screen.Error.WriteLine($"{what}: {text}");
        }
    }

    public void Dispose()
    {
        if (_length > 0)
        {
            screen.Error.Write("\r" + new string(' ', _length) + "\r");
        }
    }
}
