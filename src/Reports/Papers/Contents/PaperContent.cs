using EmrSec.Reports.Templates;

namespace EmrSec.Reports.Papers.Contents;

/// <summary>What a kind of paper says beyond what all papers say.</summary>
internal abstract class PaperContent
{
    private static readonly Dictionary<string, PaperContent> Contents = new(StringComparer.Ordinal)
    {
        ["assessment"] = new AssessmentContent(),
        ["gap"] = new GapContent(),
        ["deadlines"] = new DeadlinesContent(),
        ["dossier"] = new DossierContent(),
        ["request-approval"] = new RequestContent("request-approval"),
        ["request-appraisal"] = new RequestContent("request-appraisal"),
        ["request-opinion"] = new RequestContent("request-opinion"),
        ["appraisal"] = new AppraisalContent(),
        ["submission"] = new SubmissionContent(),
        ["decision"] = new DecisionContent("decision"),
        ["decision-plan"] = new DecisionContent("decision-plan"),
        ["yearly-report"] = new YearlyReportContent(),
        ["reassessment"] = new ReassessmentContent(),
        ["transition"] = new TransitionContent(),
    };

    /// <summary>The content of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public static PaperContent Of(PaperKind kind) => Contents[kind.Id];

    /// <summary>Why there is no such paper of this dossier, in Vietnamese; null where there is one.</summary>
    /// <param name="request">What it would be made of.</param>
    public virtual string? WhyNot(PaperRequest request) => null;

    /// <summary>Adds the values that only this paper's template asks for.</summary>
    /// <param name="values">The common values.</param>
    /// <param name="request">What the paper is made of.</param>
    public abstract void AddValues(TemplateValues values, PaperRequest request);

    /// <summary>Notes what the paper lacks beyond values that its template prints.</summary>
    /// <param name="gate">Gets what is missing.</param>
    /// <param name="request">What the paper is made of.</param>
    public virtual void Check(PaperGate gate, PaperRequest request) => gate.NeedsLevels();

    /// <summary>The figures that the template places, by name.</summary>
    /// <param name="request">What the paper is made of.</param>
    public virtual IReadOnlyDictionary<string, NamedFigure> Figures(PaperRequest request) => new Dictionary<string, NamedFigure>(StringComparer.Ordinal);
}
