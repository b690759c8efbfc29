namespace EmrSec.Dossiers.Workflow;

/// <summary>What may be done to a case file so that it stands elsewhere afterwards.</summary>
public enum StepKind
{
    /// <summary>Lập hồ sơ.</summary>
    Open,

    /// <summary>Gửi hồ sơ đề nghị thẩm định, or send it again.</summary>
    Submit,

    /// <summary>Trả lại vì chưa đầy đủ, hợp lệ.</summary>
    Return,

    /// <summary>Tiếp nhận: hồ sơ đầy đủ, hợp lệ.</summary>
    Accept,

    /// <summary>Bắt đầu thẩm định.</summary>
    Start,

    /// <summary>Yêu cầu bổ sung.</summary>
    RequestSupplement,

    /// <summary>Trả lời yêu cầu bổ sung.</summary>
    Answer,

    /// <summary>Ý kiến thẩm định: phù hợp.</summary>
    AppraiseFit,

    /// <summary>Ý kiến thẩm định: chưa phù hợp.</summary>
    AppraiseUnfit,

    /// <summary>Trình phê duyệt.</summary>
    Present,

    /// <summary>Phê duyệt.</summary>
    Approve,

    /// <summary>Không phê duyệt.</summary>
    Refuse,

    /// <summary>Quyết định có hiệu lực.</summary>
    EnterForce,

    /// <summary>Được thay bằng hồ sơ xác định lại cấp độ.</summary>
    Supersede,
}
