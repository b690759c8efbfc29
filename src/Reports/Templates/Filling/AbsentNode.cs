using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace EmrSec.Reports.Templates.Filling;

/// <summary>An absent value as Handlebars walks it: whatever is asked of it is absent in the same way, so that <c>owner.name</c> of an absent owner says whose name is missing.</summary>
/// <param name="absent">What is absent.</param>
internal sealed class AbsentNode(AbsentValue absent) : IReadOnlyDictionary<string, object?>
{
    /// <summary>What is absent.</summary>
    public AbsentValue Absent => absent;

    int IReadOnlyCollection<KeyValuePair<string, object?>>.Count => 0;

    IEnumerable<string> IReadOnlyDictionary<string, object?>.Keys => [];

    IEnumerable<object?> IReadOnlyDictionary<string, object?>.Values => [];

    object? IReadOnlyDictionary<string, object?>.this[string key] => this;

    bool IReadOnlyDictionary<string, object?>.ContainsKey(string key) => true;

    bool IReadOnlyDictionary<string, object?>.TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        value = this;
        return true;
    }

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator() =>
        Enumerable.Empty<KeyValuePair<string, object?>>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Array.Empty<object>().GetEnumerator();
}
