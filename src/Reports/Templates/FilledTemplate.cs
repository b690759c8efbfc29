using EmrSec.Reports.Documents;
using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Templates;

/// <summary>A value that the template prints and nobody has given.</summary>
/// <param name="Name">Its name as the template writes it.</param>
/// <param name="Label">What it is called in Vietnamese; the name where the caller gave none.</param>
/// <param name="Where">Where to fill it in; null where the caller did not say.</param>
/// <param name="Position">Where the template asks for it.</param>
public sealed record MissingValue(string Name, string Label, string? Where, SourcePosition Position);

/// <summary>What came of filling a template.</summary>
/// <param name="Document">The paper; null when anything is wrong or, in a paper that is not a draft, missing.</param>
/// <param name="Missing">All values missing, in the order of the template; each also has a diagnostic.</param>
/// <param name="Diagnostics">What was found, in the template's order.</param>
public sealed record FilledTemplate(Document? Document, IReadOnlyList<MissingValue> Missing, IReadOnlyList<Diagnostic> Diagnostics);
