namespace EmrSec.Reports.Drawings;

/// <summary>A picture of simple shapes, in millimetres from its upper left corner.</summary>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Shapes">Its shapes, later ones over earlier ones.</param>
internal sealed record Drawing(decimal Width, decimal Height, IReadOnlyList<Shape> Shapes);

/// <summary>A shape.</summary>
internal abstract record Shape;

/// <summary>An outlined rectangle.</summary>
internal sealed record Box(decimal X, decimal Y, decimal Width, decimal Height, Fill Fill) : Shape;

/// <summary>An outlined polygon.</summary>
internal sealed record Area(IReadOnlyList<Point> Points, Fill Fill) : Shape;

/// <summary>A straight line.</summary>
internal sealed record Segment(Point From, Point To, bool IsDashed = false) : Shape;

/// <summary>Lines of text in a box; they stand in its vertical middle.</summary>
internal sealed record Caption(decimal X, decimal Y, decimal Width, decimal Height, IReadOnlyList<string> Lines, CaptionAlignment Alignment) : Shape
{
    /// <summary>Type size in points.</summary>
    public decimal Size { get; init; } = 10;

    /// <summary>Whether it is bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Whether it is white, on a dark ground.</summary>
    public bool IsWhite { get; init; }
}

/// <summary>A point.</summary>
internal readonly record struct Point(decimal X, decimal Y);

/// <summary>Where text stands in its box.</summary>
internal enum CaptionAlignment
{
    /// <summary>Left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>Right.</summary>
    Right,
}

/// <summary>What a shape is filled with; patterns tell series apart without colour.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Shade">With <see cref="FillPattern.Solid"/>: 0 white to 1 black.</param>
internal readonly record struct Fill(FillPattern Pattern, decimal Shade = 0)
{
    /// <summary>The fill of the nth series.</summary>
    /// <param name="index">Its number, from 0.</param>
    public static Fill OfSeries(int index) => (index % 6) switch
    {
        0 => new Fill(FillPattern.Solid, 0.75m),
        1 => new Fill(FillPattern.Rising),
        2 => new Fill(FillPattern.Solid, 0.25m),
        3 => new Fill(FillPattern.Falling),
        4 => new Fill(FillPattern.Crossed),
        _ => new Fill(FillPattern.Solid, 0),
    };
}

/// <summary>Patterns.</summary>
internal enum FillPattern
{
    /// <summary>A grey.</summary>
    Solid,

    /// <summary>Lines rising to the right.</summary>
    Rising,

    /// <summary>Lines falling to the right.</summary>
    Falling,

    /// <summary>Both.</summary>
    Crossed,
}
