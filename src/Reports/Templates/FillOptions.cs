namespace EmrSec.Reports.Templates;

/// <summary>How a template is filled.</summary>
public sealed record FillOptions
{
    /// <summary>When the paper is made, by the caller's clock.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Whether the paper is a draft: gaps are then marked instead of stopping it, and every page says «DỰ THẢO».</summary>
    public bool IsDraft { get; init; }

    /// <summary>The figures the template may place, by name.</summary>
    public IReadOnlyDictionary<string, NamedFigure> Figures { get; init; } = new Dictionary<string, NamedFigure>(StringComparer.Ordinal);
}
