using System.IO.Compression;
using System.Text.Json;
using EmrSec.Dossiers.Store.Blobs;
using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store.Archives;

/// <summary>Reads a backup. What is in it is believed only as far as its hashes go, and nothing in it names a place on the disk.</summary>
internal sealed class ArchiveReader : IDisposable
{
    // Deflate packs a thousand to one at the utmost; rows and papers never come near this.
    private const long Ratio = 200;
    private const long Allowance = 256L << 20;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;
    private long _left;

    /// <summary>Opens a backup and looks at its contents.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StoreException">It is no backup, damaged, or of a later version.</exception>
    public ArchiveReader(string path)
    {
        _path = path;
        try
        {
            _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.NoArchive(path, e.Message);
        }

        try
        {
            _left = Allowance + (_file.Length * Ratio);
            _zip = new ZipArchive(_file, ZipArchiveMode.Read, leaveOpen: true);
            _entries = Entries(_zip);
            Manifest = ReadManifest();
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or EndOfStreamException or IOException or NotSupportedException)
        {
            Dispose();
            throw StoreErrors.NoArchive(path, e.Message);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What the backup says of itself.</summary>
    public ArchiveManifest Manifest { get; }

    /// <summary>The files in it, by their hash.</summary>
    public IEnumerable<string> Files => _entries.Keys.Where(name => name.StartsWith(StoreArchive.FileFolder, StringComparison.Ordinal)).Select(name => name[StoreArchive.FileFolder.Length..]);

    /// <summary>Reads a table's rows one by one.</summary>
    /// <param name="table">The table.</param>
    /// <param name="take">Takes a row's values, in the order of the table's columns.</param>
    /// <exception cref="StoreException">The table is not the one that was backed up.</exception>
    public void Rows(Table table, Action<object?[]> take) => Guard(() =>
    {
        var said = Manifest.Tables.FirstOrDefault(each => string.Equals(each.Name, table.Name, StringComparison.Ordinal)) ?? throw new InvalidDataException($"no table {table.Name}");
        using var stream = new HashingStream(Open(StoreArchive.TableFolder + table.Name + StoreArchive.TableEnd));
        var lines = new LineReader(stream, StoreArchive.LongestLine);
        var places = Places(table, lines.Next() ?? throw new InvalidDataException("no columns"));
        var rows = 0L;
        while (lines.Next() is { } line)
        {
            take(Row(table, places, line));
            rows++;
        }

        if (rows != said.Rows || !string.Equals(stream.End(), said.Sha256, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"table {table.Name} is not as it was backed up");
        }
    });

    /// <summary>Puts a file into a store.</summary>
    /// <param name="sha256">Its hash.</param>
    /// <param name="blobs">The store's files.</param>
    /// <returns>Its bytes.</returns>
    /// <exception cref="StoreException">It is not the one that was backed up.</exception>
    public long CopyFile(string sha256, IBlobStore blobs) => Guard(() =>
    {
        using var stream = Open(StoreArchive.FileFolder + sha256);
        var copied = blobs.Put(stream, long.MaxValue);
        return string.Equals(copied.Sha256, sha256, StringComparison.Ordinal) ? copied.Size : throw new InvalidDataException($"file {sha256} is not as it was backed up");
    });

    /// <summary>Reads everything once and compares it with its hashes.</summary>
    /// <exception cref="StoreException">Something is not as it was backed up.</exception>
    public void Verify()
    {
        foreach (var table in StoreTables.All)
        {
            Rows(table, static _ => { });
        }

        var (files, bytes) = (0L, 0L);
        foreach (var sha256 in Files)
        {
            files++;
            bytes += Guard(() =>
            {
                using var stream = Open(StoreArchive.FileFolder + sha256);
                var read = BlobCopy.Run(stream, to: null, long.MaxValue);
                return string.Equals(read.Sha256, sha256, StringComparison.Ordinal) ? read.Size : throw new InvalidDataException($"file {sha256} is not as it was backed up");
            });
        }

        if (files != Manifest.Files || bytes != Manifest.FileBytes)
        {
            throw StoreErrors.NoArchive(_path, "files are missing");
        }

        _left = Allowance + (_file.Length * Ratio);
    }

    public void Dispose()
    {
        _zip?.Dispose();
        _file?.Dispose();
    }

    private static Dictionary<string, ZipArchiveEntry> Entries(ZipArchive zip)
    {
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            if (!IsKnown(entry.FullName) || !entries.TryAdd(entry.FullName, entry))
            {
                throw new InvalidDataException($"«{entry.FullName}» does not belong into a backup, or is there twice");
            }
        }

        return entries;
    }

    private static bool IsKnown(string name) =>
        name is StoreArchive.ManifestName
        || (name.StartsWith(StoreArchive.FileFolder, StringComparison.Ordinal) && BlobReferences.IsHash(name[StoreArchive.FileFolder.Length..]))
        || StoreTables.All.Any(table => string.Equals(name, StoreArchive.TableFolder + table.Name + StoreArchive.TableEnd, StringComparison.Ordinal));

    // Where each of the table's columns stands in a line; -1 for one that the backup does not know yet.
    private static int[] Places(Table table, ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        List<string> names = [.. document.RootElement.EnumerateArray().Select(name => name.GetString() ?? "")];
        return names.TrueForAll(name => table.Columns.Any(column => string.Equals(column.Name, name, StringComparison.Ordinal)))
            ? [.. table.Columns.Select(column => names.IndexOf(column.Name))]
            : throw new InvalidDataException($"table {table.Name} has columns that this program does not know");
    }

    private static object?[] Row(Table table, int[] places, ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        var values = document.RootElement;
        var row = new object?[places.Length];
        for (var i = 0; i < row.Length; i++)
        {
            if (places[i] >= 0 && values[places[i]] is { ValueKind: not JsonValueKind.Null } value)
            {
                row[i] = table.Columns[i].Kind switch
                {
                    ColumnKind.Text => value.GetString(),
                    ColumnKind.Integer => value.GetInt64(),
                    _ => value.GetBytesFromBase64(),
                };
            }
        }

        return row;
    }

    private ArchiveManifest ReadManifest()
    {
        using var stream = Open(StoreArchive.ManifestName);
        var manifest = JsonSerializer.Deserialize(stream, ArchiveJson.Default.ArchiveManifest) ?? throw new InvalidDataException("no manifest");
        if (manifest.SchemaVersion > StoreSchema.Current && manifest.SchemaVersion < 10000)
        {
            throw StoreErrors.Newer(_path, manifest.SchemaVersion, StoreSchema.Current);
        }

        return manifest is { Schema: StoreArchive.Schema, Tables: not null } && TrailHead.Parse(manifest.Head) is not null && Guid.TryParse(manifest.Store, out _) ? manifest : throw new InvalidDataException("not a manifest of a backup");
    }

    private LimitedStream Open(string name) => new((_entries.GetValueOrDefault(name) ?? throw new InvalidDataException($"«{name}» is missing")).Open(), Spend);

    private void Spend(int bytes)
    {
        _left -= bytes;
        if (_left < 0)
        {
            throw new InvalidDataException("it unpacks to far more than it is");
        }
    }

    private void Guard(Action read) => Guard(() =>
    {
        read();
        return true;
    });

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FormatException or InvalidOperationException or IndexOutOfRangeException or EndOfStreamException)
        {
            throw StoreErrors.NoArchive(_path, e.Message);
        }
    }
}
