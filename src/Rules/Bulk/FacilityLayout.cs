using System.Security.Cryptography;
using System.Text;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Bulk;

/// <summary>
/// Which place of a facility's flat arrays means what, under the law as loaded. Its name changes whenever a place would mean something
/// else: arrays of another name are not read, and the dossier itself is. Immutable; safe for several threads.
/// </summary>
public sealed class FacilityLayout
{
    private const string Version = "emrsec.flat/1";

    private readonly Dictionary<string, int> _requirements = new(StringComparer.Ordinal);

    private FacilityLayout(FactCatalogue facts, IReadOnlyList<string> requirements)
    {
        Facts = facts;
        Requirements = requirements;
        for (var i = 0; i < requirements.Count; i++)
        {
            _requirements.Add(requirements[i], i);
        }

        Name = NameOf(facts, requirements);
    }

    /// <summary>Names the layout: a version, and a hash over every fact, its type and values, the kinds of zone, and every requirement, each in order.</summary>
    public string Name { get; }

    /// <summary>The facts.</summary>
    internal FactCatalogue Facts { get; }

    /// <summary>The ids of the requirements that answers may be to, in order.</summary>
    internal IReadOnlyList<string> Requirements { get; }

    /// <summary>The layout under a law.</summary>
    /// <param name="packs">The law.</param>
    public static FacilityLayout Of(RulePackSet packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        var ids = packs.Requirements.Concat(packs.Checks).SelectMany(catalogue => catalogue.Ids);
        return new FacilityLayout(packs.Facts, [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The place of a requirement; -1 where no pack has it.</summary>
    internal int PlaceOf(string requirement) => _requirements.GetValueOrDefault(requirement, -1);

    private static string NameOf(FactCatalogue facts, IReadOnlyList<string> requirements)
    {
        var text = new StringBuilder(Version).Append('\n');
        foreach (var fact in facts.All.Where(fact => fact.Type != FactType.Text))
        {
            text.Append(fact.Id).Append('\t').Append(fact.Scope).Append('\t').Append(fact.Type);
            foreach (var option in fact.Options)
            {
                text.Append('\t').Append(option.Id);
            }

            text.Append('\n');
        }

        text.AppendJoin('\t', ZoneWords.Kinds);
        foreach (var requirement in requirements)
        {
            text.Append('\n').Append(requirement);
        }

        return $"{Version}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16))}";
    }
}
