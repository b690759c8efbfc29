namespace EmrSec.Dossiers.Store;

/// <summary>The end of an audit trail. Written down elsewhere, it shows later that nothing was cut off.</summary>
/// <param name="Number">The last entry's number; 0 for a trail without entries.</param>
/// <param name="Hash">Its hash.</param>
public sealed record TrailHead(long Number, string Hash)
{
    /// <summary>Reads «12:hash».</summary>
    /// <param name="written">What was written.</param>
    /// <returns>The head; null where it is none.</returns>
    public static TrailHead? Parse(string? written) =>
        written?.Split(':') is [var number, { Length: 64 } hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && hash.All(char.IsAsciiHexDigitLower)
            ? new TrailHead(parsed, hash)
            : null;

    /// <summary>«12:hash».</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");
}

/// <summary>Something that a check found.</summary>
/// <param name="Code">Its code, explained in <c>docs/ma-loi.md</c>.</param>
/// <param name="Message">What, and where, in Vietnamese.</param>
/// <param name="IsError">Whether something is wrong; else it is worth knowing only.</param>
public sealed record StoreFinding(string Code, string Message, bool IsError = true);

/// <summary>What a check of a store found.</summary>
/// <param name="Findings">Findings, at most 200.</param>
/// <param name="Dropped">How many more there were.</param>
/// <param name="Head">The end of the audit trail.</param>
/// <param name="Rows">How many rows were compared.</param>
/// <param name="Files">How many files were read.</param>
/// <param name="FileBytes">Their bytes.</param>
public sealed record StoreCheckResult(IReadOnlyList<StoreFinding> Findings, int Dropped, TrailHead Head, long Rows, long Files, long FileBytes)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => !Findings.Any(finding => finding.IsError);
}
