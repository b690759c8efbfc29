using EmrSec.Reports.Templates;
using EmrSec.Rules.Completeness;
using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Papers;

/// <summary>Collects what an official paper needs beyond the values that its template prints.</summary>
/// <param name="request">What the paper is made of.</param>
internal sealed class PaperGate(PaperRequest request)
{
    private readonly List<MissingValue> _missing = [];
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>What is missing.</summary>
    public IReadOnlyList<MissingValue> Missing => _missing;

    /// <summary>The same as findings, errors or in a draft warnings, and what does not stop the paper.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Notes something missing.</summary>
    /// <param name="name">Its key in the dossier.</param>
    /// <param name="message">What is missing, in Vietnamese.</param>
    /// <param name="where">What to do, in Vietnamese.</param>
    /// <param name="position">Where it would stand; null = the dossier as a whole.</param>
    public void Lacks(string name, string message, string where, SourcePosition? position = null)
    {
        var at = position ?? SourcePosition.Whole(request.Dossier.File);
        _missing.Add(new MissingValue(name, message, where, at));
        _diagnostics.Add(new Diagnostic("VB020", request.IsDraft ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, at, message, where));
    }

    /// <summary>Notes something that the signer must know and that does not stop the paper.</summary>
    /// <param name="message">What, in Vietnamese.</param>
    /// <param name="help">What to do, in Vietnamese.</param>
    /// <param name="position">Where.</param>
    public void Warns(string message, string help, SourcePosition position) =>
        _diagnostics.Add(new Diagnostic("VB021", DiagnosticSeverity.Warning, position, message, help));

    /// <summary>Every system has one level.</summary>
    public void NeedsLevels()
    {
        foreach (var system in request.Systems.Where(system => system.Level.Value is null))
        {
            var facts = string.Join(", ", system.Level.Missing.Select(missing => missing.Fact.Id));
            Lacks("level", $"chưa xác định được cấp độ của «{system.Record.Name}»", facts.Length == 0 ? "xem emrsec assess: chưa tiêu chí nào đúng với hệ thống này" : $"khai: {facts}; hoặc chạy emrsec dossier ask", system.Record.Position);
        }
    }

    /// <summary>Every content that the law asks of the dossier is declared.</summary>
    /// <param name="except">Contents that are not looked at here; null = none.</param>
    public void NeedsContents(Func<DossierPart, bool>? except = null)
    {
        foreach (var content in request.Assessment.Completeness?.Contents ?? [])
        {
            if (except?.Invoke(content.Part) != true && content.Status is ContentStatus.Missing or ContentStatus.Partial && (content.System is null || IsAsked(content)))
            {
                var of = content.System is { } system ? $" của «{system.Name}»" : "";
                Lacks(content.Part.Id, $"thiếu nội dung «{content.Part.Title}»{of} ({content.Part.Citation}): {content.Why}", content.Part.Fill, content.Position);
            }
        }
    }

    /// <summary>Whether something is told here already, so that it need not be told again by the template's place.</summary>
    /// <param name="missing">A value that the template misses.</param>
    public bool Tells(MissingValue missing) => _missing.Exists(told =>
        told.Name.Equals(missing.Name, StringComparison.Ordinal) || (missing.Where is { } where && told.Where?.StartsWith(where, StringComparison.Ordinal) == true));

    private bool IsAsked(ContentFinding content) => request.Systems.Any(system => system.Record.WithComponents().Any(part => part.Id.Equals(content.System!.Id, StringComparison.Ordinal)));
}
