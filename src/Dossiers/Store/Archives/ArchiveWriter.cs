using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using EmrSec.Dossiers.Store.Blobs;
using EmrSec.Dossiers.Store.Sql;
using EmrSec.Dossiers.Store.Trail;

namespace EmrSec.Dossiers.Store.Archives;

/// <summary>Writes a store into a backup, all of one moment, row by row and piece by piece.</summary>
/// <param name="session">The store.</param>
/// <param name="clock">Tells when the backup was made.</param>
internal sealed class ArchiveWriter(Session session, TimeProvider clock)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    /// <summary>Writes the backup.</summary>
    /// <param name="target">Where to; can seek.</param>
    /// <returns>What it says of itself.</returns>
    public ArchiveManifest Write(Stream target) => session.Snapshot(() =>
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        List<ArchivedTable> tables = [.. StoreTables.All.Select(table => Add(zip, table))];
        var blobs = session.Dialect.Blobs(session);
        var (files, bytes) = (0L, 0L);
        foreach (var (sha256, name) in References())
        {
            bytes += Add(zip, blobs, sha256, name);
            files++;
        }

        var last = TrailWriter.Last(session)!;
        var manifest = new ArchiveManifest(
            StoreArchive.Schema, StoreSchema.IdOf(session), StoreSchema.Current, session.Dialect.EngineOf(session.Connection), clock.GetUtcNow(),
            new TrailHead(last.Number, last.Hash).ToString(), tables, files, bytes);
        using var entry = zip.CreateEntry(StoreArchive.ManifestName, CompressionLevel.Optimal).Open();
        JsonSerializer.Serialize(entry, manifest, ArchiveJson.Default.ArchiveManifest);
        return manifest;
    });

    private static long Add(ZipArchive zip, IBlobStore blobs, string sha256, string name)
    {
        using var content = blobs.Open(sha256) ?? throw StoreErrors.NoBlob(sha256, name);
        using var entry = zip.CreateEntry(StoreArchive.FileFolder + sha256, CompressionLevel.Fastest).Open();
        var copied = BlobCopy.Run(content, entry, long.MaxValue);
        return string.Equals(copied.Sha256, sha256, StringComparison.Ordinal) ? copied.Size : throw StoreErrors.Altered($"tệp «{name}»");
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private ArchivedTable Add(ZipArchive zip, Table table)
    {
        using var entry = zip.CreateEntry(StoreArchive.TableFolder + table.Name + StoreArchive.TableEnd, CompressionLevel.Optimal).Open();
        using var hashing = new HashingStream(entry);
        using var stream = new BufferedStream(hashing, 64 * 1024);
        using var writer = new Utf8JsonWriter(stream, Plain);
        var rows = 0L;
        void Line(IEnumerable<object?> values)
        {
            writer.WriteStartArray();
            foreach (var value in values)
            {
                Write(writer, value);
            }

            writer.WriteEndArray();
            writer.Flush();
            writer.Reset();
            stream.Write(LineEnd);
        }

        Line(table.Columns.Select(column => column.Name));
        session.Each($"{table.Select} ORDER BY {table.Key}", cursor => cursor.Row(table), row =>
        {
            Line(row);
            rows++;
        });
        stream.Flush();
        return new ArchivedTable(table.Name, rows, hashing.End());
    }

    private SortedDictionary<string, string> References()
    {
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        session.Each("SELECT sha256, name FROM evidence", row => (Hash: row.Text(), Name: row.Text()), found => names.TryAdd(found.Hash, found.Name));
        session.Each("SELECT sha256, name FROM papers", row => (Hash: row.Text(), Name: row.Text()), found => names.TryAdd(found.Hash, found.Name));
        return names;
    }
}
