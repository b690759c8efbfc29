namespace EmrSec.Dossiers.Store.Archives;

/// <summary>
/// The form of a backup, the same for both engines: a ZIP with <c>tables/NAME.jsonl</c> (the first line the columns' names, then a row a
/// line, as JSON arrays; bytes as base64, contents unpacked), <c>files/SHA256</c>, and <c>manifest.json</c> with the hash of every table.
/// </summary>
internal static class StoreArchive
{
    public const string Schema = "emrsec.backup/1";
    public const string ManifestName = "manifest.json";
    public const string TableFolder = "tables/";
    public const string TableEnd = ".jsonl";
    public const string FileFolder = "files/";

    /// <summary>A row's line is not longer: the longest content as base64, and the columns beside it.</summary>
    public const int LongestLine = 64 << 20;
}

/// <summary>A table in a backup.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Sha256">The hash of its lines.</param>
internal sealed record ArchivedTable(string Name, long Rows, string Sha256);

/// <summary>What a backup says of itself.</summary>
/// <param name="Schema"><see cref="StoreArchive.Schema"/>.</param>
/// <param name="Store">The store's own number.</param>
/// <param name="SchemaVersion">The version of its schema.</param>
/// <param name="Engine">The engine it was kept by.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Head">The end of its audit trail.</param>
/// <param name="Tables">Its tables.</param>
/// <param name="Files">How many files.</param>
/// <param name="FileBytes">Their bytes.</param>
internal sealed record ArchiveManifest(string Schema, string Store, int SchemaVersion, string Engine, DateTimeOffset Made, string Head, IReadOnlyList<ArchivedTable> Tables, long Files, long FileBytes);
