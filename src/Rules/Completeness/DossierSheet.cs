using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Completeness;

/// <summary>What is filled in at one place of a dossier: a body, a zone, a device, a service.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Texts">What is filled in, by the dossier's own keys; a key that is not filled in is not there.</param>
public sealed record SheetPart(SourcePosition Position, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>What is filled in under a key, or null.</summary>
    /// <param name="key">The dossier's key.</param>
    public string? this[string key] => Texts.GetValueOrDefault(key);

    /// <summary>The part's name; empty where it has none.</summary>
    public string Name => this["name"] ?? "";
}

/// <summary>A paper of the dossier.</summary>
/// <param name="Key">Its key, such as <c>overview</c>.</param>
/// <param name="Position">Where it is declared.</param>
/// <param name="File">Its file, or null.</param>
/// <param name="Number">Its number, or null.</param>
/// <param name="Issued">The day it was issued, or null.</param>
/// <param name="ApprovedBy">Who approved it, or null.</param>
public sealed record SheetPaper(string Key, SourcePosition Position, string? File, string? Number, DateOnly? Issued, string? ApprovedBy);

/// <summary>A system as the dossier describes it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Facts">The facts declared about it.</param>
/// <param name="Form">What is filled in besides facts; nested keys joined by dots (<c>models.logical</c>).</param>
public sealed record SystemSheet(string Id, string Name, FactSet Facts, SheetPart Form)
{
    /// <summary>Its network zones.</summary>
    public IReadOnlyList<SheetPart> Zones { get; init; } = [];

    /// <summary>Its devices.</summary>
    public IReadOnlyList<SheetPart> Devices { get; init; } = [];

    /// <summary>Its services.</summary>
    public IReadOnlyList<SheetPart> Services { get; init; } = [];

    /// <summary>Its components.</summary>
    public IReadOnlyList<SystemSheet> Components { get; init; } = [];

    /// <summary>The system and its components at every depth, each before its components.</summary>
    internal List<SystemSheet> Members()
    {
        var members = new List<SystemSheet> { this };
        for (var i = 0; i < members.Count; i++)
        {
            members.InsertRange(i + 1, members[i].Components);
        }

        return members;
    }
}

/// <summary>A dossier as a form that was filled in: what the checks of completeness look at besides facts and answers.</summary>
/// <param name="File">The file, as a whole.</param>
public sealed record DossierSheet(SourcePosition File)
{
    /// <summary>The bodies declared, by key (<c>owner</c>, <c>operator</c>, <c>securityUnit</c>).</summary>
    public IReadOnlyDictionary<string, SheetPart> Bodies { get; init; } = new Dictionary<string, SheetPart>(StringComparer.Ordinal);

    /// <summary>The papers declared.</summary>
    public IReadOnlyList<SheetPaper> Papers { get; init; } = [];

    /// <summary>The systems, in the dossier's order.</summary>
    public IReadOnlyList<SystemSheet> Systems { get; init; } = [];

    /// <summary>The paper under a key, or null.</summary>
    /// <param name="key">Such as <c>overview</c>.</param>
    public SheetPaper? Paper(string key)
    {
        foreach (var paper in Papers)
        {
            if (string.Equals(paper.Key, key, StringComparison.Ordinal))
            {
                return paper;
            }
        }

        return null;
    }
}
