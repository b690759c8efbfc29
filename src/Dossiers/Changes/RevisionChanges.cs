namespace EmrSec.Dossiers.Changes;

/// <summary>Tells what differs between two revisions of a dossier.</summary>
public static class RevisionChanges
{
    /// <summary>The differences, in the order of the newer one's sections; what went is told last.</summary>
    /// <param name="before">The older revision, canonical JSON.</param>
    /// <param name="now">The newer one.</param>
    public static IReadOnlyList<RevisionChange> Between(ReadOnlySpan<byte> before, ReadOnlySpan<byte> now)
    {
        var (old, @new) = (RevisionLeaves.Of(before), RevisionLeaves.Of(now));
        var was = old.Values.ToDictionary(leaf => leaf.Address, leaf => leaf.Value, StringComparer.Ordinal);
        var @is = @new.Values.ToDictionary(leaf => leaf.Address, leaf => leaf.Value, StringComparer.Ordinal);
        var changes = @new.Values
            .Where(leaf => !was.TryGetValue(leaf.Address, out var value) || !string.Equals(value, leaf.Value, StringComparison.Ordinal))
            .Select(leaf => new RevisionChange(leaf.Address, was.GetValueOrDefault(leaf.Address), leaf.Value));
        var gone = old.Values.Where(leaf => !@is.ContainsKey(leaf.Address)).Select(leaf => new RevisionChange(leaf.Address, leaf.Value, null));
        return [.. Whole(changes, @new.Parts.Except(old.Parts, StringComparer.Ordinal)), .. Whole(gone, old.Parts.Except(@new.Parts, StringComparer.Ordinal))];
    }

    /// <summary>What came or went as a whole is told once.</summary>
    private static List<RevisionChange> Whole(IEnumerable<RevisionChange> changes, IEnumerable<string> parts)
    {
        var whole = parts.ToHashSet(StringComparer.Ordinal);
        var told = new List<RevisionChange>();
        foreach (var change in changes)
        {
            var part = Outermost(change.Address, whole);
            if (part is null)
            {
                told.Add(change);
            }
            else if (told.Count > 0 && string.Equals(told[^1].Address, part, StringComparison.Ordinal))
            {
                told[^1] = Joined(told[^1], change, part);
            }
            else
            {
                told.Add(change with { Address = part, Before = Labelled(change, change.Before, part), Now = Labelled(change, change.Now, part) });
            }
        }

        return told;
    }

    private static RevisionChange Joined(RevisionChange told, RevisionChange change, string part) => told with
    {
        Before = told.Before is null ? null : $"{told.Before}; {Labelled(change, change.Before, part)}",
        Now = told.Now is null ? null : $"{told.Now}; {Labelled(change, change.Now, part)}",
        Inside = told.Inside + 1,
    };

    private static string? Labelled(RevisionChange change, string? value, string part) =>
        value is null ? null : change.Address.Length > part.Length ? $"{change.Address[(part.Length + 1)..]}: {value}" : value;

    private static string? Outermost(string address, HashSet<string> parts)
    {
        for (var at = address.IndexOf('.', StringComparison.Ordinal); at >= 0; at = address.IndexOf('.', at + 1))
        {
            if (parts.Contains(address[..at]))
            {
                return address[..at];
            }
        }

        return parts.Contains(address) ? address : null;
    }
}
