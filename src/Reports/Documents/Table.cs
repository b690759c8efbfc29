namespace EmrSec.Reports.Documents;

/// <summary>How wide a column is.</summary>
/// <param name="Value">Millimetres, or the share of what the other columns leave.</param>
/// <param name="IsShare">Whether <paramref name="Value"/> is a share.</param>
public readonly record struct ColumnWidth(decimal Value, bool IsShare)
{
    /// <summary>So many millimetres.</summary>
    /// <param name="millimetres">Above 0.</param>
    public static ColumnWidth Millimetres(decimal millimetres) => new(millimetres, IsShare: false);

    /// <summary>A share of the width that columns in millimetres leave.</summary>
    /// <param name="weight">Its weight among the shares, above 0.</param>
    public static ColumnWidth Share(decimal weight = 1) => new(weight, IsShare: true);
}

/// <summary>A column.</summary>
/// <param name="Width">How wide.</param>
/// <param name="Alignment">How its cells' text stands; header cells are centred.</param>
public sealed record TableColumn(ColumnWidth Width, TextAlignment Alignment = TextAlignment.Left);

/// <summary>Where a cell's content stands when the row is taller.</summary>
public enum VerticalAlignment
{
    /// <summary>At the top.</summary>
    Top,

    /// <summary>In the middle.</summary>
    Middle,
}

/// <summary>A cell.</summary>
/// <param name="Blocks">What it consists of: paragraphs, lists, figures; no table in a table.</param>
public sealed record TableCell(IReadOnlyList<Block> Blocks)
{
    /// <summary>How many columns it covers, from 1.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>How many rows it covers, from 1; the rows below leave out the cells that it covers.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>How its text stands; null = as its column.</summary>
    public TextAlignment? Alignment { get; init; }

    /// <summary>Where its content stands.</summary>
    public VerticalAlignment VerticalAlignment { get; init; }

    /// <summary>Whether it is the heading of its row; cells of header rows are headings anyway.</summary>
    public bool IsRowHeader { get; init; }

    /// <summary>A cell of one paragraph.</summary>
    /// <param name="text">Its text.</param>
    public TableCell(RichText text)
        : this([new Paragraph(text)])
    {
    }
}

/// <summary>A row.</summary>
/// <param name="Cells">Its cells from left to right, without those that a cell of an earlier row covers.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells);

/// <summary>A table; its rows and cells break over pages, its header rows repeat on each.</summary>
public sealed record Table : Block
{
    /// <summary>Its columns.</summary>
    public required IReadOnlyList<TableColumn> Columns { get; init; }

    /// <summary>Its rows, header rows first.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>How many of the first rows are headers; bold, centred, repeated on every page.</summary>
    public int HeaderRows { get; init; } = 1;

    /// <summary>Its caption, above it; null for none.</summary>
    public RichText? Caption { get; init; }

    /// <summary>Type size in points, 8 to 14; null = the body's.</summary>
    public decimal? FontSize { get; init; }

    /// <summary>Whether its cells are ruled; a table without rules sets things side by side.</summary>
    public bool Ruled { get; init; } = true;
}
