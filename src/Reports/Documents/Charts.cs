namespace EmrSec.Reports.Documents;

// Charts are data; the writers draw them with hatching and values written out, so that they read in black and white.

/// <summary>Which way bars run.</summary>
public enum BarDirection
{
    /// <summary>Left to right: for long names.</summary>
    Horizontal,

    /// <summary>Upwards.</summary>
    Vertical,
}

/// <summary>A row of values, one for each category.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Values">The values, not negative, as many as there are categories.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal> Values);

/// <summary>Bars, one group for each category.</summary>
/// <param name="Direction">Which way they run.</param>
/// <param name="Categories">The categories' names.</param>
/// <param name="Series">The series; with several there is a legend.</param>
public sealed record BarChart(BarDirection Direction, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series) : FigureContent
{
    /// <summary>Whether the series stand on each other instead of side by side.</summary>
    public bool Stacked { get; init; }

    /// <summary>What the values count, written after each, such as « %»; null for nothing.</summary>
    public string? Unit { get; init; }

    /// <summary>The end of the axis; null = the largest value.</summary>
    public decimal? Maximum { get; init; }
}

/// <summary>A part of a whole.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Value">Its size, not negative.</param>
public sealed record ChartSlice(string Name, decimal Value);

/// <summary>A ring of parts of a whole.</summary>
/// <param name="Slices">The parts, clockwise from the top.</param>
/// <param name="Centre">What stands in the middle; null for nothing.</param>
public sealed record DonutChart(IReadOnlyList<ChartSlice> Slices, string? Centre = null) : FigureContent;

/// <summary>A cell of a heat map.</summary>
/// <param name="Shade">How dark it is, 0 (white) to 1.</param>
/// <param name="Label">What is written in it.</param>
public sealed record HeatCell(decimal Shade, string Label);

/// <summary>A grid of shaded cells.</summary>
/// <param name="Columns">The columns' names.</param>
/// <param name="Rows">The rows' names.</param>
/// <param name="Cells">Row by row; null for an empty cell.</param>
public sealed record HeatMap(IReadOnlyList<string> Columns, IReadOnlyList<string> Rows, IReadOnlyList<IReadOnlyList<HeatCell?>> Cells) : FigureContent;

/// <summary>How things stand with an event.</summary>
public enum EventState
{
    /// <summary>Still to come: an empty mark.</summary>
    Open,

    /// <summary>Done: a full mark.</summary>
    Done,

    /// <summary>Overdue: a crossed mark.</summary>
    Overdue,
}

/// <summary>An event.</summary>
/// <param name="Date">When.</param>
/// <param name="Text">What.</param>
/// <param name="State">How things stand.</param>
public sealed record TimelineEvent(DateOnly Date, string Text, EventState State);

/// <summary>Events in the order of their dates, each to its scale on a line.</summary>
/// <param name="Events">At least one.</param>
/// <param name="AsOf">The day the report speaks of, marked on the line; null for none.</param>
public sealed record Timeline(IReadOnlyList<TimelineEvent> Events, DateOnly? AsOf = null) : FigureContent;
