using EmrSec.Dossiers;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Procedures;

namespace EmrSec.Reports.Papers.Values;

/// <summary>The body that issues a paper.</summary>
/// <param name="Key">Its key in the dossier.</param>
/// <param name="Body">The body; null where it is none of the dossier's.</param>
/// <param name="Name">Its name, or what is missing.</param>
/// <param name="Superior">The body above it, or an absent value.</param>
internal sealed record PaperSender(string Key, ResponsibleBody? Body, object Name, object Superior)
{
    /// <summary>Its name under the superior body's, which it does not repeat: «Tổ an toàn thông tin» of «Tổ an toàn thông tin, Sở Y tế tỉnh A».</summary>
    public object Heading => Name is string name && Superior is string superior && name.EndsWith(", " + superior, StringComparison.OrdinalIgnoreCase)
        ? name[..^(superior.Length + 2)]
        : Name;
}

/// <summary>Who issues each paper and to whom it goes, as the law has it at the level (NĐ 85 Điều 12, 14; NĐ 331 Điều 18–25 and its forms).</summary>
/// <param name="request">What papers are made of.</param>
internal sealed class PaperBodies(PaperRequest request)
{
    private const string DeclaredKey = "papers.appraisal";

    private AuthorityRule? Rule => request.Leading?.Authority?.Rule;

    /// <summary>Who appraises, or what is missing.</summary>
    public object Appraiser => Sender("appraisal").Name;

    /// <summary>Who approves, or what is missing.</summary>
    public object Approver => Sender(request.Level == 5 ? "decision-plan" : "decision").Name;

    /// <summary>Who issues a paper.</summary>
    /// <param name="kind">Its kind.</param>
    public PaperSender Sender(string kind)
    {
        var record = request.Record(kind);
        var sender = record?.Issuer is { } issuer ? Named(kind, issuer) : ByLaw(kind);
        return record?.Superior is { } superior ? sender with { Superior = superior } : sender;
    }

    /// <summary>To whom a paper goes where the dossier does not say.</summary>
    /// <param name="kind">Its kind.</param>
    public object Recipients(string kind) => kind switch
    {
        "request-approval" or "request-appraisal" => One(Appraiser),
        "request-opinion" => One(Body(DossierBody.SecurityUnit).Name),
        "appraisal" => One(Body(DossierBody.Operator).Name),
        "submission" => One(Approver),
        "yearly-report" when request.IsNd331 && Sender(kind).Key is "owner" => new[] { "Bộ Công an" },
        "yearly-report" when Sender(kind).Key is not "owner" => One(Body(DossierBody.Owner).Name),
        _ => new AbsentValue("nơi nhận (Kính gửi)", $"mục papers.{kind}.to của hồ sơ"),
    };

    /// <summary>«Nơi nhận» where the dossier does not say.</summary>
    /// <param name="kind">The paper's kind.</param>
    public static object[] Distribution(string kind) => kind is "decision" or "decision-plan" ? ["Như Điều 3", "Lưu: VT"] : ["Như trên", "Lưu: VT"];

    private static object One(object name) => name is AbsentValue ? name : new[] { name };

    private PaperSender ByLaw(string kind) => kind switch
    {
        "appraisal" => Appraising(),
        "decision" or "decision-plan" => Rule is null ? Unknown("cấp phê duyệt") : Body(Rule.Approver.Body ?? DossierBody.Owner),
        "yearly-report" or "reassessment" => Body(DossierBody.Owner),
        _ => Body(DossierBody.Operator),
    };

    // A unit does not appraise what it operates (12/2022/TT-BTTTT, Điều 6; 331/2026/NĐ-CP, Điều 18, khoản 4): who does is for the owner to say.
    private PaperSender Appraising() => (Rule, request.Leading?.Authority) switch
    {
        (null, _) => Unknown("đơn vị thẩm định"),
        (_, { Conflict: true } authority) => Declared("đơn vị thẩm định", $" ({authority.Why}; {authority.ConflictRule!.Text})"),
        ({ Appraiser.Body: { } body }, _) => Body(body),
        _ when request.IsNd331 => new PaperSender(DeclaredKey, null, "Bộ Công an", new AbsentValue()),
        _ => Declared("cơ quan chủ trì thẩm định", " (cơ quan nay làm nhiệm vụ của Bộ Thông tin và Truyền thông)"),
    };

    private static PaperSender Unknown(string label) => new("systems", null, new AbsentValue(label, "khai đủ dữ kiện để xác định cấp độ"), new AbsentValue());

    private static PaperSender Declared(string label, string why) => new(DeclaredKey, null, new AbsentValue(label, $"mục {DeclaredKey}.issuer của hồ sơ{why}"), new AbsentValue());

    private PaperSender Named(string kind, string issuer)
    {
        foreach (var body in Enum.GetValues<DossierBody>())
        {
            if (Body(body) is { Name: string name } known && name.Equals(issuer, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        return new PaperSender("papers." + kind, null, issuer, new AbsentValue());
    }

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
