using EmrSec.Dossiers;
using EmrSec.Reports.Templates;

namespace EmrSec.Reports.Papers.Values;

/// <summary>The values of the papers on a dossier's way: what they are about, what is enclosed, the papers they refer to.</summary>
internal static class LetterValues
{
    /// <summary>Adds them.</summary>
    /// <param name="values">The common values.</param>
    /// <param name="kind">The paper's kind.</param>
    /// <param name="request">What the paper is made of.</param>
    public static void Add(TemplateValues values, string kind, PaperRequest request)
    {
        values["system"] = request.Systems.Count == 1 ? SystemValues.Of(request.Systems[0]) : new AbsentValue("hệ thống", "chỉ có khi văn bản nói về một hệ thống");
        values["subject"] = Subject(request);
        values["attachments"] = Attachments(kind, request);
        values["request"] = Reference(request, request.Level is < 3 ? "request-approval" : "request-appraisal");
        values["opinion"] = Reference(request, "appraisal");
        values["submission"] = Reference(request, "submission");
    }

    // Three names do not fit into a trích yếu; the paper's first part gives them.
    private static object Subject(PaperRequest request) => request.Systems switch
    {
        [] => new AbsentValue("tên hệ thống", "mục systems của hồ sơ"),
        [var only] => only.Record.Name,
        { Count: var count } when request.Dossier.Operator?.Name is { } name => string.Create(CultureInfo.InvariantCulture, $"{count:00} hệ thống thông tin của {name}"),
        { Count: var count } => string.Create(CultureInfo.InvariantCulture, $"{count:00} hệ thống thông tin"),
    };

    private static TemplateValues Reference(PaperRequest request, string kind)
    {
        var record = request.Record(kind);
        return new TemplateValues
        {
            ["isDeclared"] = record is not null,
            ["number"] = CommonValues.Given(record?.Number, $"số của «{PaperKind.Find(kind)!.Title}»", $"papers.{kind}.number"),
            ["date"] = record?.Date ?? (object)new AbsentValue($"ngày của «{PaperKind.Find(kind)!.Title}»", $"mục papers.{kind}.date của hồ sơ"),
            ["body"] = new PaperBodies(request).Sender(kind).Name,
        };
    }

    private static TemplateValues[] Attachments(string kind, PaperRequest request)
    {
        var security = request.IsNd331 ? "an ninh mạng" : "an toàn thông tin";
        (string Key, string Name)[] papers =
        [
            ("overview", "Tài liệu mô tả, thuyết minh tổng quan về hệ thống thông tin"),
            ("design", "Tài liệu thiết kế"),
            ("levelExplanation", "Tài liệu thuyết minh về việc đề xuất cấp độ căn cứ trên các tiêu chí theo quy định của pháp luật"),
            ("protectionPlan", $"Tài liệu thuyết minh phương án {(request.IsNd331 ? "bảo vệ" : "bảo đảm")} {security} theo cấp độ tương ứng"),
            ("securityUnitOpinion", $"Ý kiến về mặt chuyên môn của đơn vị chuyên trách về {security} của chủ quản hệ thống thông tin"),
        ];
        var last = request.Level is >= 4 && kind is not "request-opinion" ? papers.Length : papers.Length - 1;
        return [.. papers[..last].Select(paper => Attachment(paper.Key, paper.Name, request))];
    }

    // What is not there stops the paper (see the gate); a draft marks it among what is enclosed.
    private static TemplateValues Attachment(string key, string name, PaperRequest request)
    {
        var document = request.Dossier.Documents.FirstOrDefault(document => document.Key.Equals(key, StringComparison.Ordinal));
        return new TemplateValues
        {
            ["name"] = document is null && request.IsDraft ? new AbsentValue(name, $"mục documents.{key} của hồ sơ") : name,
            ["detail"] = Detail(document),
        };
    }

    private static object Detail(DossierDocument? document)
    {
        var number = document?.Number is { } given ? "số " + given : null;
        var day = document?.Issued is { } issued ? "ngày " + issued.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture) : null;
        var issuer = document?.IssuedBy is { } body ? "của " + body : null;
        var approver = document?.ApprovedBy is { } approved ? $"{approved} phê duyệt" : null;
        var written = string.Join(' ', new[] { number, day, issuer }.OfType<string>());
        var text = string.Join("; ", new[] { written, approver }.Where(part => !string.IsNullOrEmpty(part)));
        return text.Length == 0 ? new AbsentValue() : text;
    }
}
