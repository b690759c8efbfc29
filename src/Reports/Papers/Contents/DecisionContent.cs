using EmrSec.Reports.Papers.Values;
using EmrSec.Reports.Templates;

namespace EmrSec.Reports.Papers.Contents;

/// <summary>Forms 06 and 07: the level is approved (to level 4), or the plan of a system of level 5.</summary>
/// <param name="kind">Which of them.</param>
internal sealed class DecisionContent(string kind) : LetterContent(kind)
{
    public override string? WhyNot(PaperRequest request) => (Kind, request.Level) switch
    {
        ("decision", 5) => "hệ thống cấp độ 5 do Thủ tướng Chính phủ phê duyệt vào danh mục; chủ quản phê duyệt phương án: dùng decision-plan",
        ("decision-plan", < 5) => "chỉ dùng khi có hệ thống cấp độ 5; cấp độ 1 đến 4 dùng decision",
        _ => null,
    };

    public override void AddValues(TemplateValues values, PaperRequest request)
    {
        base.AddValues(values, request);
        var sender = new PaperBodies(request).Sender(Kind);
        var enforcers = request.Record(Kind)?.Enforcers ?? [];
        values["functions"] = sender.Key.StartsWith("papers", StringComparison.Ordinal)
            ? new AbsentValue()
            : CommonValues.Given(sender.Body?.FunctionsDocument, "văn bản quy định chức năng, nhiệm vụ của cơ quan ban hành", sender.Key + ".functionsDocument");
        values["enforcers"] = enforcers.Count > 0
            ? enforcers.ToArray<object>()
            : new[] { request.Dossier.SecurityUnit?.Name, request.Dossier.Operator?.Name }.OfType<string>().Append("các cơ quan, tổ chức, cá nhân có liên quan").ToArray<object>();
    }

    public override void Check(PaperGate gate, PaperRequest request)
    {
        base.Check(gate, request);
        NeedsDocuments(gate, request);
        NeedsFitAppraisal(gate, request);
        NeedsRegulation(gate, request);
        ComparesApproval(gate, request);
        NamesOtherLevels(gate, request);
    }

    private void ComparesApproval(PaperGate gate, PaperRequest request)
    {
        if (request.Record(Kind) is { Date: { } date } record && request.Milestone("dossierApproved") is { } approved && approved != date)
        {
            gate.Warns($"quyết định ghi ngày {Day(date)}, mốc phê duyệt hồ sơ (milestones.dossierApproved) là {Day(approved)}", $"sửa papers.{Kind}.date hoặc milestones.dossierApproved cho khớp", record.Position);
        }
    }

    // Approving the plan of a system of level 5 does not approve the level of the systems beside it.
    private void NamesOtherLevels(PaperGate gate, PaperRequest request)
    {
        foreach (var system in request.Systems.Where(system => Kind is "decision-plan" && system.Level.Value is < 5))
        {
            gate.Warns($"«{system.Record.Name}» không phải hệ thống cấp độ 5: quyết định phê duyệt phương án không phê duyệt cấp độ của hệ thống này", "ra riêng quyết định phê duyệt cấp độ (decision) cho hệ thống này", system.Record.Position);
        }
    }

    // 12/2022/TT-BTTTT, Điều 9, khoản 7; 331/2026/NĐ-CP, Điều 30, khoản 7.
    private void NeedsRegulation(PaperGate gate, PaperRequest request)
    {
        var law = request.IsNd331 ? "331/2026/NĐ-CP, Điều 30, khoản 7" : "12/2022/TT-BTTTT, Điều 9, khoản 7";
        var regulation = request.Dossier.Documents.FirstOrDefault(document => document.Key is "securityRegulation");
        var issued = regulation?.Issued ?? request.Milestone("regulationIssued");
        if (issued is null)
        {
            gate.Lacks("documents.securityRegulation.issued", $"chưa khai ngày ban hành Quy chế; Quy chế phải ban hành trước khi hồ sơ được phê duyệt ({law})", "mục documents.securityRegulation.issued của hồ sơ", regulation?.Position);
        }
        else if (request.Record(Kind) is { Date: { } date } record && issued > date)
        {
            gate.Lacks("documents.securityRegulation.issued", $"Quy chế ban hành ngày {Day(issued.Value)}, sau ngày quyết định {Day(date)}; Quy chế phải ban hành trước khi hồ sơ được phê duyệt ({law})", $"sửa documents.securityRegulation.issued hoặc papers.{Kind}.date của hồ sơ", regulation?.Position ?? record.Position);
        }
    }

    private static string Day(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
