namespace EmrSec.Dossiers.Store;

/// <summary>Where a case file stands on its way (85/2016/NĐ-CP, Điều 13–18; 331/2026/NĐ-CP, Điều 18–25).</summary>
public enum CaseState
{
    /// <summary>Đang dự thảo.</summary>
    Draft,

    /// <summary>Đã gửi, chờ kiểm tra tính hợp lệ.</summary>
    Submitted,

    /// <summary>Trả lại vì chưa hợp lệ.</summary>
    Returned,

    /// <summary>Đã tiếp nhận: hồ sơ đầy đủ, hợp lệ. The clock of the appraisal starts.</summary>
    Accepted,

    /// <summary>Đang thẩm định.</summary>
    InAppraisal,

    /// <summary>Chờ bổ sung. The clock of the appraisal stands still.</summary>
    SupplementRequested,

    /// <summary>Ý kiến thẩm định: phù hợp.</summary>
    AppraisedFit,

    /// <summary>Ý kiến thẩm định: chưa phù hợp.</summary>
    AppraisedUnfit,

    /// <summary>Đã phê duyệt, chưa đến ngày có hiệu lực.</summary>
    Approved,

    /// <summary>Không phê duyệt.</summary>
    Refused,

    /// <summary>Đang có hiệu lực.</summary>
    InForce,

    /// <summary>Đã được thay bằng hồ sơ xác định lại cấp độ.</summary>
    Superseded,
}

/// <summary>A case file as it is listed.</summary>
public sealed record CaseFile
{
    /// <summary>Its number.</summary>
    public required CaseId Id { get; init; }

    /// <summary>The facility's name, as the current revision has it.</summary>
    public required string FacilityName { get; init; }

    /// <summary>The slug of the facility's province; null where not declared.</summary>
    public string? Province { get; init; }

    /// <summary>Where it stands.</summary>
    public required CaseState State { get; init; }

    /// <summary>The moment it came to stand there.</summary>
    public required DateTimeOffset StateSince { get; init; }

    /// <summary>The number of its current revision, from 1; 0 before the first.</summary>
    public required int Revision { get; init; }

    /// <summary>
    /// Counts every change of the case. A change names the version that it was made from; where another came between, it is refused
    /// with <see cref="CaseConflictException"/> and nothing is written.
    /// </summary>
    public required long Version { get; init; }

    /// <summary>The facility's level (1–5) as determined when it was last submitted; null before, or where it was not certain.</summary>
    public int? Level { get; init; }

    /// <summary>The law it is judged by, such as <c>nd85-2016</c>; null before it is submitted.</summary>
    public string? Regime { get; init; }

    /// <summary>The accounts that wrote any of its revisions: none of them appraises it.</summary>
    public IReadOnlyList<string> Compilers { get; init; } = [];

    /// <summary>The accounts that appraised it: none of them approves it where the law keeps the two apart.</summary>
    public IReadOnlyList<string> Appraisers { get; init; } = [];

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset Updated { get; init; }
}
