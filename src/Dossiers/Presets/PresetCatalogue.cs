using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Presets;

/// <summary>A kind of facility for which a dossier can be begun.</summary>
/// <param name="Id">Its id, such as <c>polyclinic</c>.</param>
/// <param name="Title">Its title, in Vietnamese.</param>
/// <param name="Note">Whom it is for, in Vietnamese.</param>
public sealed record Preset(string Id, string Title, string Note);

/// <summary>The presets built into the program.</summary>
public static class PresetCatalogue
{
    private const string Prefix = "presets/";
    private const string Extension = ".yaml";

    /// <summary>The presets, by id.</summary>
    public static IReadOnlyList<Preset> All { get; } =
    [
        .. typeof(PresetCatalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Extension.Length])
            .Order(StringComparer.Ordinal)
            .Select(Describe),
    ];

    /// <summary>The preset with this id, or null.</summary>
    /// <param name="id">The id, compared ordinally.</param>
    public static Preset? Find(string id) => All.FirstOrDefault(preset => string.Equals(preset.Id, id, StringComparison.Ordinal));

    /// <summary>The name of a preset's file.</summary>
    /// <param name="id">The preset's id.</param>
    internal static string File(string id) => Prefix + id + Extension;

    /// <summary>The text of a preset.</summary>
    /// <param name="id">The id of a preset that exists.</param>
    internal static string Text(string id)
    {
        using var stream = typeof(PresetCatalogue).Assembly.GetManifestResourceStream(File(id))
            ?? throw new ArgumentException($"no preset {id}", nameof(id));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static Preset Describe(string id)
    {
        var root = YamlReader.Read(Text(id), File(id), new DiagnosticBag()) as YamlMapping;
        return new Preset(id, Word("title"), Word("note"));

        string Word(string key) => (root?[key] as YamlScalar)?.Value ?? throw new InvalidOperationException($"preset {id} lacks {key}");
    }
}
