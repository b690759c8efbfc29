namespace EmrSec.Rules.Completeness;

/// <summary>The keys of <c>emrsec.dossier/1</c> that contents of the law may name, besides the facts of a system.</summary>
internal static class DossierKeys
{
    public const string OfSystem = "systems[].";
    public const string Grounds = "systems[].grounds";
    public const string ManagementAnswers = "answers.management";
    public const string TechnicalAnswers = "answers.technical";

    public static readonly string[] Bodies = ["owner", "operator", "securityUnit"];

    public static readonly string[] BodyFields = ["name", "functionsDocument", "representative", "title", "address", "phone", "email"];

    public static readonly string[] Papers = ["overview", "design", "levelExplanation", "protectionPlan", "securityUnitOpinion", "securityRegulation"];

    public static readonly string[] SystemForm =
    [
        "proposedLevel", "mainRisks", "models.logical", "models.physical",
        "level4.relatedSystems", "level4.risks", "level4.harm", "level4.continuity", "level4.riskReport",
    ];

    public static readonly string[] ZoneFields = ["name", "kind", "privateIp", "publicIp"];

    public static readonly string[] DeviceFields = ["name", "type", "main", "redundant", "place", "purpose"];

    public static readonly string[] ServiceFields = ["name", "server", "place", "os", "purpose"];

    /// <summary>The fields of a list's items; null where the key is no list.</summary>
    public static string[]? FieldsOf(string key) => key switch
    {
        "systems[].zones" => ZoneFields,
        "systems[].devices" => DeviceFields,
        "systems[].services" => ServiceFields,
        _ => null,
    };
}
