namespace EmrSec.Assessor.Exchange;

/// <summary>What is to be exported.</summary>
/// <param name="Source">A dossier's file, or a case of the store.</param>
/// <param name="Output">The package.</param>
/// <param name="Kind">What it is sent for; null = as the case stands.</param>
/// <param name="Evidence">For a file: the folder of its evidence and documents; null = the file's own.</param>
/// <param name="Papers">For a file: papers that go along.</param>
/// <param name="Force">Whether a package that is there may be overwritten.</param>
internal sealed record ExportOrder(string Source, string Output, string? Kind, string? Evidence, IReadOnlyList<string> Papers, bool Force);
