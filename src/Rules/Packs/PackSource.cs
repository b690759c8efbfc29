using System.Reflection;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Packs;

/// <summary>Where rules come from: the program itself, or a folder.</summary>
public static class PackSource
{
    private const string ResourcePrefix = "rules/";

    /// <summary>The rules built into the program.</summary>
    public static IReadOnlyList<PackFile> BuiltIn()
    {
        var assembly = typeof(PackSource).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
                .Select(name => name.Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
                .Select(name => new PackFile(name, _ => ReadResource(assembly, name))),
        ];
    }

    /// <summary>The rules in a folder and the folders below it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <returns>Its files by name; empty with an error where the folder cannot be read.</returns>
    public static IReadOnlyList<PackFile> Folder(string folder, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (!Directory.Exists(folder))
        {
            diagnostics.Error("LU030", SourcePosition.Whole(folder), "không có thư mục luật này", "chỉ đến thư mục chứa facts.yaml");
            return [];
        }

        try
        {
            var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 8, AttributesToSkip = FileAttributes.ReparsePoint };
            string[] files = [.. Directory.EnumerateFiles(folder, "*.yaml", options).Concat(Directory.EnumerateFiles(folder, "*.yml", options))];
            Array.Sort(files, StringComparer.Ordinal);
            return [.. files.Select(file => new PackFile(file.Replace('\\', '/'), bag => ReadFile(file, bag)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error("LU030", SourcePosition.Whole(folder), "không đọc được thư mục luật này", "kiểm tra quyền đọc");
            return [];
        }
    }

    private static byte[] ReadResource(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"resource {name} is missing");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[]? ReadFile(string path, DiagnosticBag diagnostics)
    {
        try
        {
            if (new FileInfo(path).Length <= TextFileReader.MaxBytes)
            {
                return File.ReadAllBytes(path);
            }

            diagnostics.Error("TT006", SourcePosition.Whole(path), "tệp luật quá lớn");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error("TT004", SourcePosition.Whole(path), "không đọc được tệp này", "kiểm tra quyền đọc");
        }

        return null;
    }
}
