namespace EmrSec.Reports.Exchange;

/// <summary>Unpacks a package that was checked into a folder of its own: evidence where the dossier looks for it.</summary>
public static class ExchangeUnpacker
{
    /// <summary>Unpacks; the folder is there whole or not at all.</summary>
    /// <param name="package">An intact package.</param>
    /// <param name="folder">The folder; must not be there yet.</param>
    /// <returns>The files, relative to the folder.</returns>
    /// <exception cref="IOException">The folder is there, or cannot be written.</exception>
    public static IReadOnlyList<string> Unpack(ExchangePackage package, string folder)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(folder);
        var manifest = package.Manifest ?? throw new ArgumentException("only an intact package is unpacked", nameof(package));
        var target = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        if (Path.Exists(target))
        {
            throw new IOException($"«{folder}» exists");
        }

        var draft = $"{target}.{Path.GetRandomFileName()}.tmp";
        try
        {
            var names = Names(manifest);
            foreach (var (file, name) in manifest.Files.Zip(names))
            {
                var path = Path.Combine(draft, name.Replace('/', Path.DirectorySeparatorChar));
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var content = package.Open(file);
                using var output = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                content.CopyTo(output);
                output.Flush(flushToDisk: true);
            }

            Put(draft, ExchangeManifest.FileName, package.ManifestBytes);
            if (package.Signature is { } signature)
            {
                Put(draft, ExchangeManifest.SignatureName, signature);
            }

            Directory.Move(draft, target);
            return names;
        }
        catch
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }

            throw;
        }
    }

    private static void Put(string folder, string name, ReadOnlyMemory<byte> bytes)
    {
        using var output = new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write);
        output.Write(bytes.Span);
    }

    // Under the name the dossier has, where that is a safe one and free; else under the package's own.
    private static List<string> Names(ExchangeManifest manifest)
    {
        var files = manifest.Files.Select(file => file.Name).Concat([ExchangeManifest.FileName, ExchangeManifest.SignatureName]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var folders = files.SelectMany(Folders).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        foreach (var file in manifest.Files)
        {
            if (file is { Role: "evidence" or "document", Title: { } title } && ExchangeNames.IsSafe(title) && !folders.Contains(title) && !Folders(title).Any(files.Contains) && files.Add(title))
            {
                folders.UnionWith(Folders(title));
                names.Add(title);
            }
            else
            {
                names.Add(file.Name);
            }
        }

        return names;
    }

    private static IEnumerable<string> Folders(string name)
    {
        for (var slash = name.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = name.IndexOf('/', slash + 1))
        {
            yield return name[..slash];
        }
    }
}
