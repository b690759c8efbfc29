namespace EmrSec.Reports.Signing.Verifying;

/// <summary>Where the time of a signature comes from.</summary>
public enum TimeOrigin
{
    /// <summary>Nobody says.</summary>
    None,

    /// <summary>The signer says so; it proves nothing.</summary>
    Claimed,

    /// <summary>A time stamp over the signature.</summary>
    SignatureTimestamp,

    /// <summary>A later time stamp over the whole file.</summary>
    DocumentTimestamp,
}

/// <summary>A change made after a signature.</summary>
/// <param name="IsPermitted">It is one that signing and time-stamping make.</param>
/// <param name="Problem">What kind of change it is, where it is not permitted.</param>
/// <param name="Words">What changed, in Vietnamese.</param>
public sealed record LaterChange(bool IsPermitted, SignatureProblem Problem, string Words);

/// <summary>What was found out about one signature or document time stamp.</summary>
public sealed record SignatureReport
{
    /// <summary>The field that has it.</summary>
    public required string Field { get; init; }

    /// <summary>A document time stamp, not a person's signature.</summary>
    public required bool IsTimestamp { get; init; }

    /// <summary>Whether it holds, and why not.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Further findings, in Vietnamese.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The signer's name, as the certificate has it; null where there is no certificate.</summary>
    public string? Signer { get; init; }

    /// <summary>The body the signer belongs to, as the certificate has it; null = not said.</summary>
    public string? Body { get; init; }

    /// <summary>The issuer's name; null where there is no certificate.</summary>
    public string? Issuer { get; init; }

    /// <summary>The certificate's serial number in hexadecimal digits; null where there is no certificate.</summary>
    public string? Serial { get; init; }

    /// <summary>The time of the signature; null = nobody says.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Where the time comes from.</summary>
    public TimeOrigin TimeOrigin { get; init; }

    /// <summary>The reason given for signing; null = none.</summary>
    public string? Reason { get; init; }

    /// <summary>The place given; null = none.</summary>
    public string? Place { get; init; }

    /// <summary>The level reached; null for a time stamp, or where the signature is not intact.</summary>
    public SignatureLevel? Level { get; init; }

    /// <summary>It certifies the file (DocMDP): 1 nothing may change, 2 filling in and signing, 3 also annotating; null = it does not.</summary>
    public int? Certifies { get; init; }

    /// <summary>It covers the whole file as it is now.</summary>
    public bool CoversWholeFile { get; init; }

    /// <summary>How many bytes, from the first, it covers (its own value apart).</summary>
    public long CoveredLength { get; init; }

    /// <summary>What was changed after it.</summary>
    public IReadOnlyList<LaterChange> Changes { get; init; } = [];
}

/// <summary>What was found out about a file.</summary>
/// <param name="Verdict">One verdict for the file: passed only if every signature passed and all that is shown is covered.</param>
/// <param name="Signatures">Each signature, in the order in which they were made.</param>
public sealed record FileReport(Verdict Verdict, IReadOnlyList<SignatureReport> Signatures);
