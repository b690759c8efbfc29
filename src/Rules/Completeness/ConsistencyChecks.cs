namespace EmrSec.Rules.Completeness;

/// <summary>The checks that a law's data may switch on, by name.</summary>
internal static class ConsistencyChecks
{
    public const string LevelBelow = "level-below";
    public const string LevelAbove = "level-above";
    public const string ZoneMissing = "zone-missing";
    public const string Redundancy = "redundancy";
    public const string Regulation = "regulation";
    public const string DesignApproval = "design-approval";
    public const string DateOrder = "date-order";
    public const string DateFuture = "date-future";
    public const string IpMalformed = "ip-malformed";
    public const string IpOverlap = "ip-overlap";
    public const string IpScope = "ip-scope";
    public const string ServiceServer = "service-server";
    public const string DuplicateName = "duplicate-name";

    public static readonly string[] All =
    [
        LevelBelow, LevelAbove, ZoneMissing, Redundancy, Regulation, DesignApproval, DateOrder, DateFuture, IpMalformed, IpOverlap, IpScope, ServiceServer, DuplicateName,
    ];
}
