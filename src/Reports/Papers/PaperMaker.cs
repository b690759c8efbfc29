using EmrSec.Reports.Documents;
using EmrSec.Reports.Papers.Contents;
using EmrSec.Reports.Papers.Values;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Papers;

/// <summary>A paper, or why it is not made.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Document">The paper; null where it is not made.</param>
/// <param name="Missing">Everything that it lacks, at once; in a draft it is marked in the paper.</param>
/// <param name="Diagnostics">What was found; an error stops the paper.</param>
/// <param name="WhyNot">Why there is no such paper of this dossier, in Vietnamese; null where there is one.</param>
public sealed record MadePaper(PaperKind Kind, Document? Document, IReadOnlyList<MissingValue> Missing, IReadOnlyList<Diagnostic> Diagnostics, string? WhyNot = null);

/// <summary>Makes papers from a dossier and its assessment. Safe to use from several threads.</summary>
/// <param name="engine">Fills the templates.</param>
public sealed class PaperMaker(TemplateEngine engine)
{
    /// <summary>Makes a paper.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="request">What it is made of.</param>
    /// <returns>The paper, or all that stops it.</returns>
    public MadePaper Make(PaperKind kind, PaperRequest request)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(request);
        var content = PaperContent.Of(kind);
        if (content.WhyNot(request) is { } whyNot)
        {
            return new MadePaper(kind, null, [], [], whyNot);
        }

        var values = CommonValues.Create(kind, request);
        content.AddValues(values, request);
        var filled = engine.Fill(kind.Id, values, new FillOptions { Created = request.Created, IsDraft = request.IsDraft, Figures = content.Figures(request) });
        var gate = new PaperGate(request);
        content.Check(gate, request);
        var stops = !request.IsDraft && gate.Missing.Count > 0;
        var told = filled.Missing.Where(gate.Tells).ToHashSet();
        return new MadePaper(
            kind,
            stops ? null : filled.Document,
            [.. gate.Missing, .. filled.Missing.Where(missing => !told.Contains(missing))],
            [.. gate.Diagnostics, .. filled.Diagnostics.Where(item => !told.Any(missing => item.Code is "MA010" && item.Position == missing.Position && item.Message.Contains($"({missing.Label})", StringComparison.Ordinal)))]);
    }
}
