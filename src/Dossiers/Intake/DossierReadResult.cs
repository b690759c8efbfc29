using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Intake;

/// <summary>What came of reading a dossier.</summary>
/// <param name="Dossier">The whole dossier; null if there is any error: half a dossier would be assessed as if the rest were not declared.</param>
/// <param name="Diagnostics">What was found, in the order of the file.</param>
/// <param name="Source">What it was read from, as a tree; null where there is no dossier.</param>
public sealed record DossierReadResult(Dossier? Dossier, DiagnosticBag Diagnostics, YamlMapping? Source = null)
{
    /// <summary>
    /// The dossier as canonical JSON (RFC 8785), which <see cref="DossierReader.ReadCanonical"/> reads back to the same dossier: the form it is
    /// stored, hashed and exchanged in.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no dossier.</exception>
    public byte[] ToCanonicalJson() => CanonicalJson.Write(Source ?? throw new InvalidOperationException("there is no dossier"));
}
