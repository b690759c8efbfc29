using EmrSec.Rules.Levels;
using EmrSec.Rules.Packs;

namespace EmrSec.Rules.Requirements;

/// <summary>The basic requirements of every level under one regime. Immutable.</summary>
/// <param name="Header">What it is and when it is in force.</param>
/// <param name="Standard">The standard that clauses are of, such as <c>TCVN 11930:2017</c>.</param>
/// <param name="Regime">The law that gives the levels.</param>
/// <param name="Groups">The groups, in the order of the law.</param>
/// <param name="Requirements">The requirements, in the order of the appendices.</param>
public sealed record RequirementCatalogue(PackHeader Header, string Standard, Regime Regime, IReadOnlyList<RequirementGroup> Groups, IReadOnlyList<Requirement> Requirements)
{
    private static readonly string[] Roman = ["", "I", "II", "III", "IV", "V"];

    /// <summary>The requirement with this id, or null.</summary>
    /// <param name="id">Such as <c>tt12.m.1.1.1</c>.</param>
    public Requirement? Find(string id) => Requirements.FirstOrDefault(known => string.Equals(known.Id, id, StringComparison.Ordinal));

    /// <summary>The requirements of a level, in the order of its appendix.</summary>
    /// <param name="level">The level, 1–5.</param>
    public IEnumerable<Requirement> OfLevel(int level) => Requirements.Where(requirement => requirement.At(level) is not null);

    /// <summary><c>12/2022/TT-BTTTT, Phụ lục III, mục I.1.1.1; TCVN 11930:2017, 7.1.1.1</c>.</summary>
    /// <param name="at">The requirement as a level states it.</param>
    public string Cite(RequirementAtLevel at)
    {
        ArgumentNullException.ThrowIfNull(at);
        if (at.Article is { } article)
        {
            return article.ToString();
        }

        var text = $"{Header.Document.Cite}, Phụ lục {Roman[at.Level]}, mục {at.Item}";
        return at.Clause is { } clause ? $"{text}; {Standard}, {clause}" : text;
    }
}
