namespace EmrSec.Dossiers.Workbooks;

/// <summary>One thing that a workbook changes in a dossier.</summary>
/// <param name="Where">What it is about, in Vietnamese.</param>
/// <param name="Before">What was said; null = nothing.</param>
/// <param name="After">What is said; null = nothing any more.</param>
public sealed record DossierChange(string Where, string? Before, string? After);

/// <summary>What came of reading a workbook.</summary>
/// <param name="Text">The dossier as it is to be; null where anything is wrong.</param>
/// <param name="Changes">What changes against the dossier it is laid onto, or that it was made from.</param>
/// <param name="LostComments">Comments of that dossier which belonged to what is gone.</param>
/// <param name="Diagnostics">What was found, by sheet and cell.</param>
public sealed record WorkbookReading(string? Text, IReadOnlyList<DossierChange> Changes, IReadOnlyList<string> LostComments, DiagnosticBag Diagnostics);
