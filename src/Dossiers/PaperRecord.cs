namespace EmrSec.Dossiers;

/// <summary>How an appraisal was held (331/2026/NĐ-CP, mẫu số 04, mục 3).</summary>
public enum AppraisalMethod
{
    /// <summary>In a meeting.</summary>
    Meeting,

    /// <summary>In writing.</summary>
    Written,
}

/// <summary>What an appraisal came to.</summary>
public enum AppraisalResult
{
    /// <summary>Phù hợp.</summary>
    Fit,

    /// <summary>Chưa phù hợp.</summary>
    Unfit,
}

/// <summary>What only the issuing body can say of an official paper: its number, day, place, recipients, signer (30/2020/NĐ-CP, Điều 8).</summary>
/// <param name="Kind">The paper's kind, one of <see cref="Kinds"/>.</param>
/// <param name="Position">Where it is declared.</param>
public sealed record PaperRecord(string Kind, SourcePosition Position)
{
    /// <summary>The kinds of paper that a number is given to.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "request-approval", "request-appraisal", "request-opinion", "appraisal", "submission", "decision", "decision-plan",
        "yearly-report", "dossier", "gap", "assessment", "deadlines", "reassessment", "transition",
    ];

    /// <summary>Its number and sign without «Số: », such as «05/QĐ-SYT».</summary>
    public string? Number { get; init; }

    /// <summary>The day it is issued.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The place that stands before the day, such as «Bắc Ninh».</summary>
    public string? Place { get; init; }

    /// <summary>
    /// Who issues it where the law's default is not who does, such as an independent council in the place of a security unit
    /// that operates the system, or a ministry; null = whom the law names. The name of one of the dossier's bodies means that body.
    /// </summary>
    public string? Issuer { get; init; }

    /// <summary>The body directly above the issuing one, above its name; null = the system owner, or none where that issues it.</summary>
    public string? Superior { get; init; }

    /// <summary>For a decision: in whose power it is issued, such as «Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh»; null = title and body of the representative.</summary>
    public string? Authority { get; init; }

    /// <summary>To whom it goes («Kính gửi»); empty = whom the law names.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>The lines of «Nơi nhận» without dashes; empty = what is usual.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>The lines above the signature, such as «KT. GIÁM ĐỐC» and «PHÓ GIÁM ĐỐC»; empty = the title of the body's representative.</summary>
    public IReadOnlyList<string> SignerTitles { get; init; } = [];

    /// <summary>The signer's full name; null = the body's representative.</summary>
    public string? SignerName { get; init; }

    /// <summary>For the minutes of a re-assessment: the lines above the operator's signature; empty = the title of its representative.</summary>
    public IReadOnlyList<string> OperatorSignerTitles { get; init; } = [];

    /// <summary>For the minutes of a re-assessment: the full name of who signs for the operator; null = its representative.</summary>
    public string? OperatorSignerName { get; init; }

    /// <summary>Further legal grounds, each beginning with «Căn cứ» or «Theo».</summary>
    public IReadOnlyList<string> Grounds { get; init; } = [];

    /// <summary>For an appraisal: who took part beside the appraiser.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>For an appraisal: how it was held.</summary>
    public AppraisalMethod? Method { get; init; }

    /// <summary>For an appraisal: what the partners said; one line each.</summary>
    public IReadOnlyList<string> PartnerOpinions { get; init; } = [];

    /// <summary>For an appraisal: on the fitness of the level proposed.</summary>
    public string? LevelOpinion { get; init; }

    /// <summary>For an appraisal: on anything else; one line each.</summary>
    public IReadOnlyList<string> OtherOpinions { get; init; } = [];

    /// <summary>For an appraisal: what it came to.</summary>
    public AppraisalResult? Result { get; init; }

    /// <summary>For an appraisal that came to «chưa phù hợp»: what is not fit; one line each.</summary>
    public IReadOnlyList<string> Unfit { get; init; } = [];

    /// <summary>For a decision: who carries it out, such as «Chánh Văn phòng Sở»; empty = the operator and the security unit.</summary>
    public IReadOnlyList<string> Enforcers { get; init; } = [];

    /// <summary>For a yearly report: when the levels not yet approved are expected to be (331/2026/NĐ-CP, mẫu số 08, cột 9).</summary>
    public DateOnly? ExpectedApproval { get; init; }

    /// <summary>
    /// For a yearly report: when the plan is expected to be carried out in full (mẫu số 08, cột 11); null = the latest day planned
    /// in the answers, where each requirement not yet met has one.
    /// </summary>
    public DateOnly? ExpectedDeployment { get; init; }
}
