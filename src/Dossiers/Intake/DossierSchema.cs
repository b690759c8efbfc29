namespace EmrSec.Dossiers.Intake;

/// <summary>The words of <c>emrsec.dossier/1</c> that are not facts; facts are the catalogue's.</summary>
internal static class DossierSchema
{
    public const string Id = "emrsec.dossier/1";

    public const string Facility = "facility";
    public const string Milestones = "milestones";
    public const string Owner = "owner";
    public const string Operator = "operator";
    public const string SecurityUnit = "securityUnit";
    public const string Systems = "systems";
    public const string Components = "components";
    public const string Documents = "documents";
    public const string Processing = "processing";
    public const string Papers = "papers";
    public const string Answers = "answers";

    /// <summary>Stands for the facility's name in a dossier that was just begun.</summary>
    public const string NamePlaceholder = "(tên đầy đủ của cơ sở)";

    /// <summary>The deepest that components nest below a system.</summary>
    public const int MaxComponentDepth = 6;

    /// <summary>The sections of a file, in the order they are written in.</summary>
    public static readonly string[] Sections =
        ["schema", Facility, Milestones, Owner, Operator, SecurityUnit, Systems, Documents, Processing, Papers, Answers];

    /// <summary>The keys of a system that are not facts.</summary>
    public static readonly string[] SystemKeys =
        ["id", "name", "zones", "devices", "services", "models", "mainRisks", "level4", "proposedLevel", Components];

    public static readonly string[] BodyKeys =
        ["name", "functionsDocument", "representative", "title", "address", "phone", "email"];

    public static readonly string[] DocumentKeys = ["file", "issued", "approvedBy", "issuedBy", "number"];

    public static readonly string[] ProcessingKeys = ["received", "complete", "supplements", "appraised", "approvalFileReceived"];

    public static readonly string[] SupplementKeys = ["requested", "answered"];

    /// <summary>The keys of a paper that is issued.</summary>
    public static readonly string[] PaperKeys =
    [
        "number", "date", "place", "issuer", "superior", "authority", "to", "copies", "signer", "operatorSigner", "grounds", "partners", "method",
        "partnerOpinions", "levelOpinion", "otherOpinions", "result", "unfit", "enforcers", "expectedApproval", "expectedDeployment",
    ];

    public static readonly string[] SignerKeys = ["titles", "name"];

    /// <summary>The words of <see cref="AppraisalMethod"/>, in its order.</summary>
    public static readonly string[] MethodWords = ["meeting", "written"];

    /// <summary>The words of <see cref="AppraisalResult"/>, in its order.</summary>
    public static readonly string[] ResultWords = ["fit", "unfit"];

    public static readonly string[] AnswerKeys = ["status", "how", "evidence", "validUntil", "plan", "due", "owner"];

    /// <summary>The words of <see cref="AnswerStatus"/>, in its order.</summary>
    public static readonly string[] StatusWords = ["met", "partial", "unmet", "not-applicable"];

    /// <summary>The words of <see cref="DeviceRedundancy"/>, in its order; <c>false</c> is <c>none</c>.</summary>
    public static readonly string[] RedundancyWords = ["none", "cold", "hot", "true", "false"];

    /// <summary>The words of <see cref="ZoneKind"/>, in its order.</summary>
    public static readonly string[] ZoneWords =
        ["internal", "border", "dmz", "internal-servers", "wireless", "database", "management", "device-management"];
}
