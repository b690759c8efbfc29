using System.Diagnostics;
using System.Text;

namespace EmrSec.Assessor.Tests.Serving;

/// <summary>A node that serves: the program itself in a process of its own, so that it can be killed.</summary>
internal sealed class ServingNode : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log = new();

    public ServingNode(string store, params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Path.Combine(AppContext.BaseDirectory, "emrsec.dll"), "serve", "--store", store, "--as", "quantri", .. words])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    public bool Says(string words) => Log.Contains(words, StringComparison.Ordinal);

    /// <summary>Ends it at once, as a power cut would.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private void Note(string? line)
    {
        lock (_log)
        {
            _log.AppendLine(line);
        }
    }
}
