using EmrSec.Reports.Papers.Values;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Completeness;

namespace EmrSec.Reports.Papers.Contents;

/// <summary>What the papers on a dossier's way have in common: forms 01 to 07 of 85/2016/NĐ-CP and of 331/2026/NĐ-CP.</summary>
/// <param name="kind">The paper's kind.</param>
internal abstract class LetterContent(string kind) : PaperContent
{
    /// <summary>The papers of the way a dossier takes, in its order.</summary>
    private static readonly string[] Way = ["request-opinion", "request-approval", "request-appraisal", "appraisal", "submission", "decision", "decision-plan"];

    /// <summary>The paper's kind.</summary>
    protected string Kind => kind;

    public override void AddValues(TemplateValues values, PaperRequest request) => LetterValues.Add(values, kind, request);

    public override void Check(PaperGate gate, PaperRequest request)
    {
        gate.NeedsLevels();
        gate.ComparesLevels();
        NeedsOrder(gate, request);
        NeedsLawInForce(gate, request);
    }

    /// <summary>The papers of the dossier that the law asks for are there (NĐ 85 Điều 15; NĐ 331 Điều 21).</summary>
    /// <param name="gate">Gets what is missing.</param>
    /// <param name="request">What the paper is made of.</param>
    /// <param name="except">The key of a paper that is not needed yet.</param>
    protected static void NeedsDocuments(PaperGate gate, PaperRequest request, string? except = null)
    {
        foreach (var document in request.Assessment.Completeness?.Documents ?? [])
        {
            if (document.Status is ContentStatus.Missing or ContentStatus.Partial && !document.Part.Id.Equals(except, StringComparison.Ordinal))
            {
                gate.Lacks("documents." + document.Part.Id, $"hồ sơ thiếu «{document.Part.Title}» ({document.Part.Citation}): {document.Why}", $"mục documents.{document.Part.Id} của hồ sơ", document.Position);
            }
        }
    }

    /// <summary>The appraisal found the dossier fit.</summary>
    /// <param name="gate">Gets what is missing.</param>
    /// <param name="request">What the paper is made of.</param>
    protected static void NeedsFitAppraisal(PaperGate gate, PaperRequest request)
    {
        var appraisal = request.Record("appraisal");
        if (appraisal?.Result is Dossiers.AppraisalResult.Unfit)
        {
            gate.Lacks("papers.appraisal.result", "ý kiến thẩm định kết luận hồ sơ chưa phù hợp", "sửa hồ sơ theo ý kiến thẩm định rồi đề nghị thẩm định lại", appraisal.Position);
        }
        else if (appraisal?.Result is null && (request.Level is >= 3 || appraisal is not null))
        {
            gate.Lacks("papers.appraisal.result", "chưa khai kết luận của ý kiến thẩm định", "mục papers.appraisal.result của hồ sơ: fit (phù hợp) hoặc unfit (chưa phù hợp)", appraisal?.Position);
        }
    }

    private void NeedsOrder(PaperGate gate, PaperRequest request)
    {
        var papers = Way.Take(Array.IndexOf(Way, kind) + 1).Select(request.Record).OfType<Dossiers.PaperRecord>().Where(paper => paper.Date is not null).ToList();
        foreach (var (first, then) in papers.Zip(papers.Skip(1)))
        {
            if (then.Date < first.Date)
            {
                gate.Lacks(
                    $"papers.{then.Kind}.date",
                    $"«{PaperKind.Find(then.Kind)!.Title}» ghi ngày {Day(then.Date)}, trước «{PaperKind.Find(first.Kind)!.Title}» ngày {Day(first.Date)}",
                    $"sửa ngày ở mục papers.{first.Kind} hoặc papers.{then.Kind} của hồ sơ",
                    then.Position);
            }
        }
    }

    private void NeedsLawInForce(PaperGate gate, PaperRequest request)
    {
        var law = request.Assessment.Regime.Header;
        if (request.Record(kind) is { Date: { } date } record && date < law.InForce.From)
        {
            gate.Lacks(
                $"papers.{kind}.date",
                $"văn bản ghi ngày {Day(date)}, trước ngày {Day(law.InForce.From)} văn bản quy phạm làm căn cứ có hiệu lực",
                $"sửa mục papers.{kind}.date của hồ sơ, hoặc đánh giá theo luật có hiệu lực vào ngày ấy (--regime)",
                record.Position);
        }
    }

    private static string Text(int? level) => level!.Value.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly? date) => date!.Value.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
