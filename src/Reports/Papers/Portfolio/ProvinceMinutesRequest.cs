using EmrSec.Dossiers.Reassessments;

namespace EmrSec.Reports.Papers.Portfolio;

/// <summary>What the minutes of a province's re-assessment are made of.</summary>
/// <param name="Result">The run.</param>
/// <param name="ScopeName">The scope as people call it, such as «tỉnh Bắc Ninh».</param>
public sealed record ProvinceMinutesRequest(ReassessmentResult Result, string ScopeName)
{
    /// <summary>When the paper is made, by the caller's clock.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The body that makes them, such as «Sở Y tế tỉnh Bắc Ninh».</summary>
    public required string Body { get; init; }

    /// <summary>Number and sign without «Số: »; null = left blank, to be filled in when it is issued.</summary>
    public string? Number { get; init; }

    /// <summary>The place that stands before the day; null for none.</summary>
    public string? Place { get; init; }

    /// <summary>The post of who signs.</summary>
    public string SignerTitle { get; init; } = "Giám đốc";

    /// <summary>The name of who signs; null = left to the signature.</summary>
    public string? SignerName { get; init; }

    /// <summary>The names of provinces by slug.</summary>
    public required Func<string, string> ProvinceName { get; init; }
}
