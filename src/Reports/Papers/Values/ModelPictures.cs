using EmrSec.Dossiers;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Templates;

namespace EmrSec.Reports.Papers.Values;

/// <summary>
/// The drawings of systems: a PNG or JPEG picture that lies beside the dossier or in a folder under it is printed; any other file is
/// only named, and handed over with the dossier.
/// </summary>
/// <param name="file">The dossier's file.</param>
internal sealed class ModelPictures(string file)
{
    private const long MaxBytes = 20 * 1024 * 1024;
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg"];

    /// <summary>Every picture there is of the systems, by name.</summary>
    /// <param name="systems">The systems.</param>
    public Dictionary<string, NamedFigure> All(IReadOnlyList<PaperSystem> systems)
    {
        var figures = new Dictionary<string, NamedFigure>(StringComparer.Ordinal);
        foreach (var part in systems.SelectMany(system => system.Record.WithComponents()))
        {
            Add(figures, Name(part, "logical"), part.Models.Logical, $"Mô hình lô-gic của {part.Name}");
            Add(figures, Name(part, "physical"), part.Models.Physical, $"Mô hình vật lý của {part.Name}");
        }

        return figures;
    }

    /// <summary>The drawings of a system and of its components.</summary>
    /// <param name="system">The system.</param>
    /// <param name="model"><c>logical</c> or <c>physical</c>.</param>
    public TemplateValues[] Of(SystemRecord system, string model) =>
    [
        .. system.WithComponents().Select(part => (Part: part, File: model.Equals("logical", StringComparison.Ordinal) ? part.Models.Logical : part.Models.Physical))
            .Where(drawn => drawn.File is not null)
            .Select(drawn => new TemplateValues
            {
                ["name"] = drawn.Part.Name,
                ["file"] = drawn.File,
                ["figure"] = Find(drawn.File!) is null ? new AbsentValue() : Name(drawn.Part, model),
            }),
    ];

    private static string Name(SystemRecord part, string model) => $"{part.Id}-{model}";

    private void Add(Dictionary<string, NamedFigure> figures, string name, string? declared, string alternative)
    {
        if (declared is not null && Find(declared) is { } path)
        {
            figures[name] = new NamedFigure(new RasterImage(File.ReadAllBytes(path)), alternative);
        }
    }

    // A declared name never leads out of the dossier's folder.
    private string? Find(string declared)
    {
        if (!Extensions.Contains(Path.GetExtension(declared), StringComparer.OrdinalIgnoreCase) || Path.IsPathRooted(declared) || declared.Split('/', '\\').Contains("..", StringComparer.Ordinal))
        {
            return null;
        }

        var found = new FileInfo(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file)) ?? "", declared));
        return found is { Exists: true, LinkTarget: null, Length: > 0 and <= MaxBytes } ? found.FullName : null;
    }
}
