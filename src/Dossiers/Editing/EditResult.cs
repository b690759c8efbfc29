using System.Diagnostics.CodeAnalysis;

namespace EmrSec.Dossiers.Editing;

/// <summary>What came of editing a dossier's text.</summary>
/// <param name="Text">The new text; null where nothing was edited because it could not be done for certain.</param>
/// <param name="Former">The text before: write it back to undo the edit.</param>
/// <param name="Diagnostics">Why nothing was edited.</param>
public sealed record EditResult(string? Text, string Former, DiagnosticBag Diagnostics)
{
    /// <summary>Whether <see cref="Text"/> holds what was asked for.</summary>
    [MemberNotNullWhen(true, nameof(Text))]
    public bool IsDone => Text is not null;
}
