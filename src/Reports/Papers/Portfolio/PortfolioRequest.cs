namespace EmrSec.Reports.Papers.Portfolio;

/// <summary>What the deadlines of many facilities are printed for.</summary>
/// <param name="AsOf">The day of all assessments.</param>
public sealed record PortfolioRequest(DateOnly AsOf)
{
    /// <summary>When the paper is made, by the caller's clock.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The body that follows the facilities up, such as «Sở Y tế tỉnh Bắc Ninh»; null = the owner that all dossiers name, else none.</summary>
    public string? Body { get; init; }

    /// <summary>The place that stands before the day; null for none.</summary>
    public string? Place { get; init; }

    /// <summary>Whether every page says «DỰ THẢO».</summary>
    public bool IsDraft { get; init; }
}
