namespace EmrSec.Dossiers.Editing;

/// <summary>Where a fact's answer stands in a dossier.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="SystemId">The system or component, for a system fact; else null.</param>
public sealed record FactAddress(FactDefinition Fact, string? SystemId = null);
