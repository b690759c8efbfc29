using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;

namespace EmrSec.Assessor.Cases;

/// <summary>The papers of a case as they lie in the store.</summary>
internal static class CasePapers
{
    /// <summary>The most bytes of a paper, signed or not.</summary>
    public const long Limit = 128L << 20;

    /// <summary>What was said of each kind of paper, last: of papers of the current submission, and of requests whenever they were made.</summary>
    public static IReadOnlyList<PaperData> Data(IDossierStore store, IReadOnlyList<FiledPaper> papers, IReadOnlyList<CaseStep> steps)
    {
        var current = CaseProcessing.Current(steps);
        var last = new Dictionary<string, PaperData>(StringComparer.Ordinal);
        foreach (var paper in papers.Where(IsData))
        {
            // An opinion or decision about an earlier submission says nothing of this one.
            if ((IsRequest(paper.Kind) || (current.Count > 0 && paper.At >= current[0].At && paper.Revision >= current[0].Revision)) && Bytes(store, paper) is { } bytes && PaperData.Read(bytes) is { } data)
            {
                last[data.Kind] = data;
            }
        }

        return [.. last.Values];
    }

    /// <summary>The last paper of a kind that was made for signing; null where none was.</summary>
    public static FiledPaper? LastMade(IReadOnlyList<FiledPaper> papers, string kind) =>
        papers.LastOrDefault(paper => IsMade(paper) && string.Equals(paper.Kind, kind, StringComparison.Ordinal));

    /// <summary>The content of a paper; null where the store has it not.</summary>
    public static byte[]? Bytes(IDossierStore store, FiledPaper paper)
    {
        using var stream = store.Blobs.OpenVerified(paper.Sha256);
        if (stream is null)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }

    /// <summary>Keeps bytes in the store.</summary>
    public static BlobRef Keep(IDossierStore store, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return store.Blobs.Put(stream, Limit);
    }

    /// <summary>Whether it is a paper that was made for signing.</summary>
    public static bool IsMade(FiledPaper paper) => paper.Signers.Count == 0 && !IsData(paper);

    /// <summary>Whether it is what was said of a paper, not the paper.</summary>
    public static bool IsData(FiledPaper paper) => paper.Name.EndsWith(PaperData.Extension, StringComparison.Ordinal);

    private static bool IsRequest(string kind) => kind.StartsWith("request-", StringComparison.Ordinal) || kind is "dossier";
}
