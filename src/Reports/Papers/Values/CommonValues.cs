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
        var orBody = sender.Key.StartsWith("papers", StringComparison.Ordinal) ? "của hồ sơ" : $"hoặc {sender.Key}.{{0}} của hồ sơ";
        return new TemplateValues
        {
            ["titles"] = record is { SignerTitles.Count: > 0 } ? record.SignerTitles.ToArray<object>()
                : sender.Body?.Title is { } title ? new object[] { title }
                : Absent("chức vụ người ký", "signer.titles", "title"),
            ["name"] = record?.SignerName ?? NameOf(sender.Body) ?? Absent("họ tên người ký", "signer.name", "representative"),
            ["authority"] = record?.Authority ?? (sender.Body is { Title: { } office, Name: { } name } ? (object)$"{office} {name}" : Absent("thẩm quyền ban hành", "authority", "title")),
        };

        object Absent(string label, string key, string ofBody) =>
            new AbsentValue(label, $"mục papers.{kind.Id}.{key} {string.Format(CultureInfo.InvariantCulture, orBody, ofBody)}");
    }

    // «Giám đốc Bệnh viện» is an office, not the name of who signs.
    private static string? NameOf(ResponsibleBody? body) => body switch
    {
        null or { Representative: null } => null,
        { Title: { } title } when body.Representative.StartsWith(title, StringComparison.OrdinalIgnoreCase) => null,
        _ => body.Representative,
    };

    // 85/2016/NĐ-CP still judges dossiers in the transition of 331/2026/NĐ-CP (Điều 39, khoản 1), but the law above it has changed.
    private static bool IsUnderNewLaw(PaperRequest request, DateOnly? date) => request.IsNd331 || (date ?? request.Assessment.AsOf) >= new DateOnly(2026, 8, 19);

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
