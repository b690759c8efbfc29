namespace EmrSec.Rules.Diagnostics;

/// <summary>How bad a finding about an input is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Note,

    /// <summary>Likely a mistake; the input is used all the same.</summary>
    Warning,

    /// <summary>The input is not used.</summary>
    Error,
}

/// <summary>One finding about an input file: what, where, and what to do.</summary>
/// <param name="Code">Stable code, such as <c>HS003</c>; explained in <c>docs/ma-loi.md</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Position">Where it is.</param>
/// <param name="Message">What is wrong, in Vietnamese, user input quoted.</param>
/// <param name="Help">What to do about it, in Vietnamese; null where the message says it all.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, SourcePosition Position, string Message, string? Help = null)
{
    /// <summary>One line: <c>file:line:column: lỗi CODE: message; help</c>.</summary>
    public override string ToString()
    {
        var severity = Severity switch
        {
            DiagnosticSeverity.Error => "lỗi",
            DiagnosticSeverity.Warning => "cảnh báo",
            _ => "lưu ý",
        };
        return Help is null ? $"{Position}: {severity} {Code}: {Message}" : $"{Position}: {severity} {Code}: {Message}; {Help}";
    }
}

/// <summary>Collects findings while an input is read; several errors come out of one run.</summary>
public sealed class DiagnosticBag
{
    /// <summary>Beyond this many findings the rest is counted, not kept: a damaged file must not flood the screen.</summary>
    public const int Limit = 200;

    private readonly List<Diagnostic> _items = [];

    /// <summary>What was found so far, in the order found.</summary>
    public IReadOnlyList<Diagnostic> Items => _items;

    /// <summary>How many findings were dropped because there were more than <see cref="Limit"/>.</summary>
    public int Dropped { get; private set; }

    /// <summary>Whether further findings are only counted: looking for the right name for them would be wasted.</summary>
    public bool IsFull => _items.Count >= Limit;

    /// <summary>Whether any finding is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds a finding.</summary>
    /// <param name="diagnostic">The finding.</param>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        if (IsFull)
        {
            Dropped++;
        }
        else
        {
            _items.Add(diagnostic);
        }
    }

    /// <summary>Puts the findings in the order of their places, as a reader of the file meets them; findings at one place keep their order.</summary>
    public void OrderByPosition()
    {
        Diagnostic[] ordered = [.. _items.OrderBy(item => item.Position.Line).ThenBy(item => item.Position.Column)];
        _items.Clear();
        _items.AddRange(ordered);
    }

    /// <summary>Adds an error.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="position">Where.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="help">What to do.</param>
    public void Error(string code, SourcePosition position, string message, string? help = null) =>
        Add(new Diagnostic(code, DiagnosticSeverity.Error, position, message, help));

    /// <summary>Adds a warning.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="position">Where.</param>
    /// <param name="message">What looks wrong.</param>
    /// <param name="help">What to do.</param>
    public void Warning(string code, SourcePosition position, string message, string? help = null) =>
        Add(new Diagnostic(code, DiagnosticSeverity.Warning, position, message, help));

    /// <summary>Adds a note.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="position">Where.</param>
    /// <param name="message">What is worth knowing.</param>
    public void Note(string code, SourcePosition position, string message) =>
        Add(new Diagnostic(code, DiagnosticSeverity.Note, position, message));
}
