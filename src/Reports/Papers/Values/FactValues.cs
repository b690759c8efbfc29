using EmrSec.Dossiers;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Facts;

namespace EmrSec.Reports.Papers.Values;

/// <summary>What papers print of the facts declared about a system.</summary>
internal static class FactValues
{
    /// <summary>A fact of the system, or of every one of its components, a line each; null where it is not declared so.</summary>
    /// <param name="system">The system.</param>
    /// <param name="id">The fact, such as <c>system.scope</c>.</param>
    public static string? Text(SystemRecord system, string id)
    {
        foreach (var (fact, declared) in system.Facts.Declared)
        {
            if (fact.Id.Equals(id, StringComparison.Ordinal))
            {
                return FactText.Describe(fact, declared.Value);
            }
        }

        var parts = system.Components.Select(component => (component.Name, Text: Text(component, id))).ToList();
        return parts.Count > 0 && parts.TrueForAll(part => part.Text is not null) ? string.Join('\n', parts.Select(part => $"{part.Name}: {part.Text}")) : null;
    }

    /// <summary>The facts declared of a system that are no free text: label and value.</summary>
    /// <param name="system">The system.</param>
    /// <param name="except">Facts that are told elsewhere.</param>
    public static TemplateValues[] Of(SystemRecord system, IReadOnlyList<string> except) => Of(system, null, except);

    /// <summary>Those of a component that are not the same of the whole system.</summary>
    /// <param name="system">The component.</param>
    /// <param name="whole">The whole system; null for none.</param>
    /// <param name="except">Facts that are told elsewhere.</param>
    public static TemplateValues[] Of(SystemRecord system, SystemRecord? whole, IReadOnlyList<string> except) =>
    [
        .. system.Facts.Declared
            .Where(pair => pair.Key.Type != FactType.Text && !except.Contains(pair.Key.Id, StringComparer.Ordinal))
            .Where(pair => whole is null || !whole.Facts.TryGet(pair.Key, out var same) || !same.Value.Equals(pair.Value.Value))
            .Select(pair => new TemplateValues { ["label"] = pair.Key.Label, ["value"] = FactText.Describe(pair.Key, pair.Value.Value) }),
    ];
}
