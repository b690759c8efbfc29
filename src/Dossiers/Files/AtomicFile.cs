namespace EmrSec.Dossiers.Files;

/// <summary>Puts a file in its place whole or not at all: it is written beside it, flushed to disk and renamed.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file, in the place of one of the same name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes its content.</param>
    /// <param name="diagnostics">Receives what is wrong; the place is then as it was and nothing is left beside it.</param>
    /// <returns>Whether it was written.</returns>
    public static bool Write(string path, Action<Stream> write, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return WriteFailure.Report(path, diagnostics, () =>
        {
            if (Directory.Exists(path))
            {
                throw new FileInTheWayException();
            }

            using var draft = DraftFile.Write(path, write);
            draft.Replace(path);
            return path;
        }) is not null;
    }
}
