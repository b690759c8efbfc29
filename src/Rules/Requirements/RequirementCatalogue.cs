using EmrSec.Rules.Levels;
using EmrSec.Rules.Packs;

namespace EmrSec.Rules.Requirements;

/// <summary>What a catalogue holds.</summary>
/// <param name="Groups">The groups, in the order of the law.</param>
/// <param name="Requirements">The requirements that count.</param>
internal sealed record CatalogueContent(IReadOnlyList<RequirementGroup> Groups, IReadOnlyList<Requirement> Requirements)
{
    public Citation? Basis { get; init; }

    public IReadOnlyList<Requirement> Uncounted { get; init; } = [];

    public IReadOnlyList<LawHeading> Headings { get; init; } = [];

    public IReadOnlyList<LawHeading> PlanParts { get; init; } = [];
}

/// <summary>
/// The basic requirements of every level under one regime. Immutable. Of the rules that the program carries the content is read when
/// first asked for: a start needs one law's requirements and not those of all.
/// </summary>
public sealed class RequirementCatalogue
{
    private static readonly string[] Roman = ["", "I", "II", "III", "IV", "V"];
    private readonly Lazy<CatalogueContent> _content;
    private readonly Lazy<IReadOnlySet<string>> _ids;

    internal RequirementCatalogue(PackHeader header, string standard, Regime regime, Lazy<CatalogueContent> content, Func<IEnumerable<string>>? ids = null)
    {
        Header = header;
        Standard = standard;
        Regime = regime;
        _content = content;
        _ids = new Lazy<IReadOnlySet<string>>(() => (ids?.Invoke() ?? Requirements.Concat(Uncounted).Select(each => each.Id)).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>What it is and when it is in force.</summary>
    public PackHeader Header { get; }

    /// <summary>The standard that clauses are of, such as <c>TCVN 11930:2017</c>.</summary>
    public string Standard { get; }

    /// <summary>The law that gives the levels.</summary>
    public Regime Regime { get; }

    /// <summary>The ids of all its requirements, counted or not.</summary>
    public IReadOnlySet<string> Ids => _ids.Value;

    /// <summary>The groups, in the order of the law.</summary>
    public IReadOnlyList<RequirementGroup> Groups => _content.Value.Groups;

    /// <summary>The requirements that count, in the order of the appendices or of the standard.</summary>
    public IReadOnlyList<Requirement> Requirements => _content.Value.Requirements;

    /// <summary>The article that makes the standard's clauses binding, where there is no appendix; else null.</summary>
    public Citation? Basis => _content.Value.Basis;

    /// <summary>What is shown beside the requirements and never counted among them, such as physical security.</summary>
    public IReadOnlyList<Requirement> Uncounted => _content.Value.Uncounted;

    /// <summary>The headings of the law that requirements fall under; empty where groups are the law's own.</summary>
    public IReadOnlyList<LawHeading> Headings => _content.Value.Headings;

    /// <summary>The parts of the protection plan; empty where the law names none.</summary>
    public IReadOnlyList<LawHeading> PlanParts => _content.Value.PlanParts;

    /// <summary>The requirement with this id, counted or not; null where there is none.</summary>
    /// <param name="id">Such as <c>tt12.m.1.1.1</c>.</param>
    public Requirement? Find(string id) => Requirements.Concat(Uncounted).FirstOrDefault(known => string.Equals(known.Id, id, StringComparison.Ordinal));

    /// <summary>The groups of a level that hold counted requirements, in the order of the law.</summary>
    /// <param name="level">The level, 1–5.</param>
    public IEnumerable<RequirementGroup> GroupsOf(int level)
    {
        var held = OfLevel(level).Select(requirement => requirement.At(level)!.Group ?? requirement.Group).ToHashSet();
        return Groups.Where(held.Contains);
    }

    /// <summary>The requirements of a level, in the order of its appendix.</summary>
    /// <param name="level">The level, 1–5.</param>
    public IEnumerable<Requirement> OfLevel(int level) => Requirements.Where(requirement => requirement.At(level) is not null);

    /// <summary><c>12/2022/TT-BTTTT, Phụ lục III, mục I.1.1.1; TCVN 11930:2017, 7.1.1.1</c>, or <c>331/2026/NĐ-CP, Điều 30, khoản 1; TCVN 14423:2026, 5.1.2.1 a)</c>.</summary>
    /// <param name="at">The requirement as a level states it.</param>
    public string Cite(RequirementAtLevel at)
    {
        ArgumentNullException.ThrowIfNull(at);
        if (at.Article is { } article)
        {
            return at.Clause is null ? article.ToString() : $"{article}; {Standard}, {at.Clause}";
        }

        var text = $"{Header.Document.Cite}, Phụ lục {Roman[at.Level]}, mục {at.Item}";
        return at.Clause is { } clause ? $"{text}; {Standard}, {clause}" : text;
    }
}
