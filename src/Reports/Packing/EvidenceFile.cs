using EmrSec.Dossiers;
using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Packing;

/// <summary>A file that the dossier names: evidence of an answer, a drawing, one of its documents.</summary>
/// <param name="Name">As the dossier writes it, with «/» between folders.</param>
/// <param name="Kind"><c>evidence</c> or <c>document</c>.</param>
/// <param name="Position">Where the dossier first names it.</param>
/// <param name="Path">Where it lies; null where it is not there or may not be taken.</param>
public sealed record EvidenceFile(string Name, string Kind, SourcePosition Position, string? Path)
{
    /// <summary>The most bytes of one file (256 MiB).</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    /// <summary>The files that a dossier names, each once, in the order of the dossier; what cannot be taken is reported.</summary>
    /// <param name="dossier">The dossier; its files lie in its folder or below.</param>
    /// <param name="diagnostics">Receives <c>GO001</c>–<c>GO003</c>: warnings, for the pack says itself what it lacks.</param>
    public static IReadOnlyList<EvidenceFile> Of(Dossier dossier, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(dossier.File)) ?? ".";
        var files = new List<EvidenceFile>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (written, kind, position) in Named(dossier))
        {
            var name = written.Replace('\\', '/').Normalize();
            if (seen.Add(name))
            {
                files.Add(new EvidenceFile(name, kind, position, Find(folder, name, position, diagnostics)));
            }
        }

        return files;
    }

    private static IEnumerable<(string Name, string Kind, SourcePosition Position)> Named(Dossier dossier)
    {
        foreach (var document in dossier.Documents)
        {
            if (document.File is { } file)
            {
                yield return (file, "document", document.Position);
            }
        }

        foreach (var system in dossier.AllSystems())
        {
            foreach (var file in new[] { system.Models.Logical, system.Models.Physical, system.HighLevel.RiskReport }.OfType<string>())
            {
                yield return (file, "document", system.Position);
            }
        }

        foreach (var answer in dossier.Answers)
        {
            foreach (var file in answer.Evidence)
            {
                yield return (file, "evidence", answer.Position);
            }
        }
    }

    private static string? Find(string folder, string name, SourcePosition position, DiagnosticBag diagnostics)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, name));
        if (!PackNames.IsSafe(name) || !path.StartsWith(folder + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            diagnostics.Warning("GO002", position, $"tệp «{name}» nằm ngoài thư mục của hồ sơ nên không đưa vào gói", "chép tệp vào thư mục của hồ sơ rồi sửa đường dẫn");
            return null;
        }

        var file = new FileInfo(path);
        if (!file.Exists)
        {
            diagnostics.Warning("GO001", position, $"không có tệp «{name}»", "đặt tệp vào thư mục của hồ sơ, hoặc sửa đường dẫn");
            return null;
        }

        if (IsLinkedOut(folder, file) || file.Length > MaxBytes)
        {
            diagnostics.Warning("GO003", position, $"không đưa tệp «{name}» vào gói: tệp là liên kết ra ngoài thư mục của hồ sơ, hoặc lớn hơn 256 MB", "chép chính tệp ấy vào thư mục, hoặc chia nhỏ tệp");
            return null;
        }

        return path;
    }

    // A link in the folder must not carry a file from elsewhere into a pack that leaves the house.
    private static bool IsLinkedOut(string folder, FileInfo file)
    {
        for (FileSystemInfo? at = file; at is not null && at.FullName.Length > folder.Length; at = System.IO.Path.GetDirectoryName(at.FullName) is { } parent ? new DirectoryInfo(parent) : null)
        {
            if (at.ResolveLinkTarget(returnFinalTarget: true) is { } target && !target.FullName.StartsWith(folder + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
