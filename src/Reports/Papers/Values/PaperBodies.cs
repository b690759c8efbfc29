using EmrSec.Dossiers;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Procedures;

namespace EmrSec.Reports.Papers.Values;

/// <summary>The body that issues a paper.</summary>
/// <param name="Key">Its key in the dossier.</param>
/// <param name="Body">The body; null where it is none of the dossier's.</param>
/// <param name="Name">Its name, or what is missing.</param>
/// <param name="Superior">The body above it, or an absent value.</param>
internal sealed record PaperSender(string Key, ResponsibleBody? Body, object Name, object Superior);

/// <summary>Who issues each paper and to whom it goes, as the law has it at the level (NĐ 85 Điều 12, 14; NĐ 331 Điều 18–25 and its forms).</summary>
/// <param name="request">What papers are made of.</param>
internal sealed class PaperBodies(PaperRequest request)
{
    private AuthorityRule? Rule => request.Leading?.Authority?.Rule;

    /// <summary>Who appraises, or what is missing.</summary>
    public object Appraiser => Name(Rule?.Appraiser, "đơn vị thẩm định");

    /// <summary>Who approves, or what is missing.</summary>
    public object Approver => Name(Rule?.Approver, "cấp phê duyệt");

    /// <summary>Who issues a paper.</summary>
    /// <param name="kind">Its kind.</param>
    public PaperSender Sender(string kind) => kind switch
    {
        "appraisal" => Of(Rule?.Appraiser, "đơn vị thẩm định"),
        "decision" or "decision-plan" => Of(Rule?.Approver, "cấp phê duyệt"),
        "yearly-report" or "reassessment" => Body(DossierBody.Owner),
        _ => Body(DossierBody.Operator),
    };

    /// <summary>To whom a paper goes where the dossier does not say.</summary>
    /// <param name="kind">Its kind.</param>
    public object Recipients(string kind) => kind switch
    {
        "request-approval" or "request-appraisal" => One(Appraiser),
        "request-opinion" => One(Body(DossierBody.SecurityUnit).Name),
        "appraisal" => One(Body(DossierBody.Operator).Name),
        "submission" => One(Approver),
        _ => new AbsentValue("nơi nhận (Kính gửi)", $"mục papers.{kind}.to của hồ sơ"),
    };

    /// <summary>«Nơi nhận» where the dossier does not say.</summary>
    /// <param name="kind">The paper's kind.</param>
    public static object[] Distribution(string kind) => kind is "decision" or "decision-plan" ? ["Như Điều 3", "Lưu: VT"] : ["Như trên", "Lưu: VT"];

    private static object One(object name) => name is AbsentValue ? name : new[] { name };

    private object Name(Authority? authority, string label) => Of(authority, label).Name;

    private PaperSender Of(Authority? authority, string label) => authority switch
    {
        null => new PaperSender("systems", null, new AbsentValue(label, "khai đủ dữ kiện để xác định cấp độ"), new AbsentValue()),
        { Body: { } body } => Body(body),
        { Text: var text } => new PaperSender("papers", null, text, new AbsentValue()),
    };

    private PaperSender Body(DossierBody body)
    {
        var (key, declared) = body switch
        {
            DossierBody.Owner => ("owner", request.Dossier.Owner),
            DossierBody.Operator => ("operator", request.Dossier.Operator),
            _ => ("securityUnit", request.Dossier.SecurityUnit),
        };
        var superior = body is not DossierBody.Owner && request.Dossier.Owner?.Name is { } owner && !string.Equals(owner, declared?.Name, StringComparison.Ordinal)
            ? owner
            : (object)new AbsentValue();
        return new PaperSender(key, declared, CommonValues.Given(declared?.Name, "tên đơn vị", key + ".name"), superior);
    }
}
