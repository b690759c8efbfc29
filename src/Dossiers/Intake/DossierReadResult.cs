namespace EmrSec.Dossiers.Intake;

/// <summary>What came of reading a dossier.</summary>
/// <param name="Dossier">The whole dossier; null if there is any error: half a dossier would be assessed as if the rest were not declared.</param>
/// <param name="Diagnostics">What was found, in the order of the file.</param>
public sealed record DossierReadResult(Dossier? Dossier, DiagnosticBag Diagnostics);
