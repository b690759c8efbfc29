using System.Reflection;
using System.Text;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Yaml;

namespace EmrSec.Reports.Templates;

/// <summary>Where templates come from: those built in, and a folder whose files take the place of those of the same name.</summary>
public sealed class TemplateSource
{
    private const string Prefix = "templates/";
    private const string Extension = ".md";
    private static readonly Assembly Home = typeof(TemplateSource).Assembly;
    private readonly string? _folder;

    private TemplateSource(string? folder) => _folder = folder;

    /// <summary>The templates built in.</summary>
    public static TemplateSource BuiltIn { get; } = new(null);

    /// <summary>The names of the templates built in, in ordinal order; a name with «_» first is a part that others include.</summary>
    public static IReadOnlyList<string> BuiltInNames { get; } =
    [
        .. Home.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The names of all templates, in ordinal order.</summary>
    public IReadOnlyList<string> Names => _folder is null || !Directory.Exists(_folder)
        ? BuiltInNames
        :
        [
            .. Directory.EnumerateFiles(_folder, "*" + Extension).Select(Path.GetFileNameWithoutExtension).OfType<string>()
                .Concat(BuiltInNames).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];

    /// <summary>The templates built in, save those that the folder has under the same name.</summary>
    /// <param name="folder">The folder; one that does not exist is found out by <see cref="Find"/>.</param>
    public static TemplateSource WithFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new TemplateSource(folder);
    }

    /// <summary>Writes the built-in templates into a folder, for an official to edit. A file that is there already stays as it is.</summary>
    /// <param name="folder">The folder; made where it does not exist.</param>
    /// <returns>The names of the files written.</returns>
    /// <exception cref="IOException">A file could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static IReadOnlyList<string> Export(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        foreach (var name in BuiltInNames)
        {
            var file = Path.Combine(folder, name + Extension);
            if (File.Exists(file))
            {
                continue;
            }

            var unfinished = file + ".tmp";
            File.WriteAllText(unfinished, ReadBuiltIn(name), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(unfinished, file);
            written.Add(name + Extension);
        }

        return written;
    }

    /// <summary>A template.</summary>
    /// <param name="name">Its name without «.md».</param>
    /// <param name="diagnostics">Gets an error when there is no such template or its file cannot be read.</param>
    /// <returns>The template, or null after an error.</returns>
    public TemplateText? Find(string name, DiagnosticBag diagnostics)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (_folder is not null && !Directory.Exists(_folder))
        {
            diagnostics.Error("MA001", SourcePosition.Whole(_folder), "không có thư mục mẫu này", "kiểm tra lại đường dẫn");
            return null;
        }

        if (_folder is not null && IsName(name) && Path.Combine(_folder, name + Extension) is var file && File.Exists(file))
        {
            return TextFileReader.ReadFile(file, diagnostics) is { } text ? new TemplateText(file, Normalized(text)) : null;
        }

        if (BuiltInNames.Contains(name, StringComparer.Ordinal))
        {
            return new TemplateText(name + Extension, Normalized(ReadBuiltIn(name)));
        }

        diagnostics.Error("MA002", SourcePosition.Whole(name + Extension), "không có mẫu này", NearestName.Help(name, Names));
        return null;
    }

    // A name never leads out of the folder.
    private static bool IsName(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string Normalized(string text) =>
        text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);

    private static string ReadBuiltIn(string name)
    {
        using var reader = new StreamReader(Home.GetManifestResourceStream(Prefix + name + Extension)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
