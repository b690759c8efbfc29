using EmrSec.Assessor.Serving;
using EmrSec.Dossiers.Reassessments;

namespace EmrSec.Assessor.Reassessments;

/// <summary>What is to be assessed again, and what to make of it.</summary>
internal sealed record ReassessCall(DateOnly AsOf, ReassessmentScope Scope, string Store, string Account)
{
    /// <summary>Where tables and papers go; null = nowhere.</summary>
    public string? Folder { get; init; }

    /// <summary>How digests leave; null = none are made.</summary>
    public ServeSettings? Notify { get; init; }

    public bool IsJson { get; init; }

    public bool FromJson { get; init; }

    public bool WithTransition { get; init; }

    /// <summary>The body that makes the minutes.</summary>
    public string? Body { get; init; }

    public string? Number { get; init; }

    /// <summary>The place before the day.</summary>
    public string? Town { get; init; }

    /// <summary>Post and name of who signs, «Giám đốc:Nguyễn Văn Mẫu».</summary>
    public string? Signer { get; init; }
}
