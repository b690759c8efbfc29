using EmrSec.Dossiers.Trees;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>A set as one yes or no for each of its values. A set that is declared is complete: what is not in it is no.</summary>
internal static class SetValue
{
    /// <summary>Yes, no, or nothing where the set is not declared.</summary>
    public static YamlNode? Of(YamlNode? set, FactOption option) => set is YamlSequence list
        ? YamlTree.Plain(list.Items.OfType<YamlScalar>().Any(item => string.Equals(item.Value, option.Id, StringComparison.Ordinal)) ? "true" : "false")
        : null;

    /// <summary>The set that was answered: what is yes, or the empty one where everything is no.</summary>
    /// <param name="answers">For each value yes, no, or null.</param>
    /// <param name="isPartial">Some are no, none is yes, some are open: it cannot be told whether the set is complete.</param>
    public static YamlNode? Join(IReadOnlyList<(FactOption Option, bool? Answer)> answers, out bool isPartial)
    {
        var chosen = answers.Where(answer => answer.Answer is true).Select(answer => YamlTree.Plain(answer.Option.Id)).ToList();
        var open = answers.Count(answer => answer.Answer is null);
        isPartial = chosen.Count == 0 && open > 0 && open < answers.Count;
        return open == answers.Count || isPartial ? null : YamlTree.List(chosen);
    }
}
