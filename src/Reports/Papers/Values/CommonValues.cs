using EmrSec.Dossiers;
using EmrSec.Reports.Templates;

namespace EmrSec.Reports.Papers.Values;

/// <summary>The values that every paper may print: who issues it, its number and day, the bodies, the systems.</summary>
internal static class CommonValues
{
    public static TemplateValues Create(PaperKind kind, PaperRequest request)
    {
        var bodies = new PaperBodies(request);
        var sender = bodies.Sender(kind.Id);
        var record = request.Record(kind.Id);
        return new TemplateValues
        {
            ["kind"] = kind.Id,
            ["regime"] = request.Assessment.Regime.Header.Id,
            ["facility"] = FacilityValues(request),
            ["sender"] = new TemplateValues { ["name"] = sender.Name, ["superior"] = sender.Superior, ["heading"] = sender.Heading },
            ["paper"] = Paper(kind, record, bodies),
            ["signer"] = Signer(kind, record, sender),
            ["owner"] = BodyValues(request.Dossier.Owner, "owner"),
            ["operator"] = BodyValues(request.Dossier.Operator, "operator"),
            ["securityUnit"] = BodyValues(request.Dossier.SecurityUnit, "securityUnit"),
            ["appraiser"] = bodies.Appraiser,
            ["approver"] = bodies.Approver,
            ["systems"] = request.Systems.Select(SystemValues.Of).ToArray(),
            ["systemNames"] = request.Systems.Count == 0 ? new AbsentValue("tên hệ thống", "mục systems") : SystemValues.Names(request.Systems),
            ["level"] = request.Level is { } level ? level : new AbsentValue("cấp độ", "chạy emrsec dossier ask"),
            ["asOf"] = request.Assessment.AsOf,
            ["newLaw"] = IsUnderNewLaw(request, record?.Date),
            ["grounds"] = (record?.Grounds ?? []).ToArray<object>(),
            ["documents"] = request.Dossier.Documents.Select(DocumentValues.Of).ToArray(),
        };
    }

    private static TemplateValues FacilityValues(PaperRequest request) => new()
    {
        ["name"] = Given(request.Dossier.FacilityName, "tên cơ sở", "facility.name"),
        ["code"] = Given(request.Dossier.FacilityCode, "mã cơ sở", "facility.code"),
    };

    private static TemplateValues Paper(PaperKind kind, PaperRecord? record, PaperBodies bodies) => new()
    {
        ["number"] = Given(record?.Number, "số, ký hiệu", $"papers.{kind.Id}.number"),
        ["date"] = record?.Date ?? (object)new AbsentValue("ngày ban hành", $"mục papers.{kind.Id}.date của hồ sơ"),
        ["place"] = Given(record?.Place, "địa danh", $"papers.{kind.Id}.place"),
        ["recipients"] = record is { To.Count: > 0 } ? record.To.ToArray<object>() : bodies.Recipients(kind.Id),
        ["distribution"] = record is { Copies.Count: > 0 } ? record.Copies.ToArray<object>() : PaperBodies.Distribution(kind.Id),
    };

    private static TemplateValues Signer(PaperKind kind, PaperRecord? record, PaperSender sender)
    {
        var values = Signer(kind.Id, "signer", record?.SignerTitles, record?.SignerName, sender.Key, sender.Body);
        values["authority"] = record?.Authority ?? (sender.Body is { Title: { } office, Name: { } name }
            ? (object)$"{office} {name}"
            : Undeclared("thẩm quyền ban hành", $"papers.{kind.Id}.authority", sender.Key, "title"));
        return values;
    }

    /// <summary>Who signs for a body: the lines above the signature and the full name.</summary>
    /// <param name="kind">The paper's kind.</param>
    /// <param name="key">The signer's key in the paper's record.</param>
    /// <param name="titles">The lines declared there; none = the title of the body's representative.</param>
    /// <param name="name">The name declared there; null = the body's representative.</param>
    /// <param name="bodyKey">The body's key in the dossier.</param>
    /// <param name="body">The body; null where it is none of the dossier's.</param>
    public static TemplateValues Signer(string kind, string key, IReadOnlyList<string>? titles, string? name, string bodyKey, ResponsibleBody? body) => new()
    {
        ["titles"] = titles is { Count: > 0 } ? titles.ToArray<object>()
            : body?.Title is { } title ? new object[] { title }
            : Undeclared("chức vụ người ký", $"papers.{kind}.{key}.titles", bodyKey, "title"),
        ["name"] = (object?)(name ?? NameOf(body)) ?? Undeclared("họ tên người ký", $"papers.{kind}.{key}.name", bodyKey, "representative"),
    };

    private static AbsentValue Undeclared(string label, string key, string bodyKey, string ofBody) => new(
        label,
        bodyKey.StartsWith("papers", StringComparison.Ordinal) ? $"mục {key} của hồ sơ" : $"mục {key} hoặc {bodyKey}.{ofBody} của hồ sơ");

    // «Giám đốc Bệnh viện» is an office, not the name of who signs.
    private static string? NameOf(ResponsibleBody? body) => body switch
    {
        null or { Representative: null } => null,
        { Title: { } title } when body.Representative.StartsWith(title, StringComparison.OrdinalIgnoreCase) => null,
        _ => body.Representative,
    };

    // 85/2016/NĐ-CP still judges dossiers in the transition of 331/2026/NĐ-CP (Điều 39, khoản 1), but the law above it has changed.
    private static bool IsUnderNewLaw(PaperRequest request, DateOnly? date) =>
        request.IsNd331 || (date ?? request.Assessment.AsOf) >= request.Packs.FindRegime("nd331-2026")?.Header.InForce.From;

    /// <summary>A body's seven fields.</summary>
    /// <param name="body">The body; null where nothing is declared.</param>
    /// <param name="key">Its key in the dossier.</param>
    public static TemplateValues BodyValues(ResponsibleBody? body, string key) => new()
    {
        ["name"] = Given(body?.Name, "tên", key + ".name"),
        ["functionsDocument"] = Given(body?.FunctionsDocument, "văn bản quy định chức năng, nhiệm vụ", key + ".functionsDocument"),
        ["representative"] = Given(body?.Representative, "người đại diện", key + ".representative"),
        ["title"] = Given(body?.Title, "chức vụ người đại diện", key + ".title"),
        ["address"] = Given(body?.Address, "địa chỉ", key + ".address"),
        ["phone"] = Given(body?.Phone, "số điện thoại", key + ".phone"),
        ["email"] = Given(body?.Email, "thư điện tử", key + ".email"),
    };

    /// <summary>A text, or what is missing and where to declare it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="label">What it is called.</param>
    /// <param name="key">Its key in the dossier.</param>
    public static object Given(string? text, string label, string key) => string.IsNullOrWhiteSpace(text) ? new AbsentValue(label, $"mục {key} của hồ sơ") : text;
}
