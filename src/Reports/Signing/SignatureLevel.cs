namespace EmrSec.Reports.Signing;

/// <summary>The levels of a PAdES baseline signature (ETSI EN 319 142-1, 6), each containing the one before.</summary>
public enum SignatureLevel
{
    /// <summary>B-B: the signature alone; its time is only claimed.</summary>
    Basic,

    /// <summary>B-T: with a time stamp that proves when it existed.</summary>
    Timestamped,

    /// <summary>B-LT: with the certificates and revocation data that are needed to check it later.</summary>
    LongTerm,

    /// <summary>B-LTA: with a time stamp over all of that.</summary>
    Archival,
}
