using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store.Blobs;

/// <summary>Which rows speak of a file.</summary>
internal static class BlobReferences
{
    /// <summary>Whether text is a hash as the store writes it: 64 lower-case hexadecimal digits.</summary>
    /// <param name="sha256">The text.</param>
    public static bool IsHash(string? sha256) => sha256 is { Length: 64 } && sha256.All(char.IsAsciiHexDigitLower);

    /// <summary>Whether a paper or a piece of evidence is this file.</summary>
    /// <param name="session">The store.</param>
    /// <param name="sha256">The file's hash.</param>
    public static bool IsReferenced(Session session, string sha256) =>
        session.One("SELECT 1 WHERE EXISTS (SELECT 1 FROM papers WHERE sha256 = @p0) OR EXISTS (SELECT 1 FROM evidence WHERE sha256 = @p0)", row => row.Long(), sha256) != 0;
}
