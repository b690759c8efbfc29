namespace EmrSec.Dossiers.Changes;

/// <summary>One place of a dossier that differs between two revisions.</summary>
/// <param name="Address">
/// Which place, as comments name it: <c>facility.beds</c>, <c>systems.emr.users</c>, <c>systems.emr.zones.Vùng DMZ.privateIp</c>,
/// <c>answers.emr/tt12.c.server.auth.status</c>, <c>documents.design.issued</c>. Components are addressed as systems.
/// </param>
/// <param name="Before">What was there, as written; null where nothing was.</param>
/// <param name="Now">What is there, as written; null where nothing is.</param>
/// <param name="Inside">How many values it stands for: more than 1 where a whole part came or went.</param>
public sealed record RevisionChange(string Address, string? Before, string? Now, int Inside = 1)
{
    /// <summary>Whether a comment on a place is about this one: the place itself, a part of it, or what it is a part of.</summary>
    /// <param name="target">A requirement («emr/tt12.c.server.auth», «tt12.m.1.1.1») or a field («systems.emr.users»).</param>
    public bool Touches(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (IsWithin(Address, target) || IsWithin(target, Address))
        {
            return true;
        }

        var answer = "answers." + target;

        // An answer given for all systems is the answer of each that has none of its own.
        var common = target.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? "answers." + target[(slash + 1)..] : answer;
        return IsWithin(Address, answer) || IsWithin(Address, common) || IsWithin(answer, Address);
    }

    private static bool IsWithin(string inner, string outer) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] == '.');
}
