using EmrSec.Reports.Documents;
using EmrSec.Reports.Templates.Filling;
using EmrSec.Rules.Diagnostics;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Table = EmrSec.Reports.Documents.Table;
using TableCell = EmrSec.Reports.Documents.TableCell;
using TableRow = EmrSec.Reports.Documents.TableRow;

namespace EmrSec.Reports.Templates.Dialect;

/// <summary>Reads pipe tables. A cell that is «&lt;» alone belongs to the one on its left, «^» to the one above.</summary>
/// <param name="inlines">Reads the cells' text.</param>
/// <param name="places">Where findings lead to.</param>
/// <param name="diagnostics">Gets what is wrong.</param>
internal sealed class TableReader(InlineReader inlines, TemplatePlaces places, DiagnosticBag diagnostics)
{
    /// <summary>A table.</summary>
    /// <param name="block">The table as parsed.</param>
    /// <param name="settings">What stands after «:::table»; null for a table on its own.</param>
    /// <param name="source">Its source, for findings.</param>
    public Table Read(Markdig.Extensions.Tables.Table block, Directive? settings, string source)
    {
        var columns = Columns(block, settings, source);
        return new Table
        {
            Columns = columns,
            Rows = Rows(block, columns.Length, source),
            HeaderRows = (int)Math.Min(block.Count, Setting(settings, "header", 0, 10, source) ?? 1),
            Caption = settings?["caption"] is { } caption ? RunCollector.Plain(caption) : null,
            FontSize = Setting(settings, "size", 8, 14, source),
            Ruled = settings?.Words.Contains("borderless", StringComparer.Ordinal) != true,
        };
    }

    private decimal? Setting(Directive? settings, string name, decimal least, decimal most, string source)
    {
        if (settings?[name] is not { } written)
        {
            return null;
        }

        if (decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        diagnostics.Error("MA025", places.Of(source), $"bảng không nhận «{name}={ValueText.Decode(written)}»", string.Create(CultureInfo.InvariantCulture, $"viết một số từ {least} đến {most}"));
        return null;
    }

    private TableColumn[] Columns(Markdig.Extensions.Tables.Table block, Directive? settings, string source)
    {
        var count = block.OfType<Markdig.Extensions.Tables.TableRow>().Max(row => row.Count);
        var widths = settings?["widths"]?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Width).ToArray();
        if (widths is not null && (widths.Length != count || widths.Contains(null)))
        {
            diagnostics.Error("MA025", places.Of(source), $"bảng có {count.ToString(CultureInfo.InvariantCulture)} cột, không dùng được widths=\"{settings!["widths"]}\"", "viết mỗi cột một số, cách nhau bằng dấu cách: 12mm là 12 milimét, 3 là 3 phần của chỗ còn lại");
            widths = null;
        }

        return
        [
            .. Enumerable.Range(0, count).Select(i => new TableColumn(
                widths?[i] ?? ColumnWidth.Share(),
                (i < block.ColumnDefinitions.Count ? block.ColumnDefinitions[i].Alignment : null) switch
                {
                    TableColumnAlign.Center => TextAlignment.Centre,
                    TableColumnAlign.Right => TextAlignment.Right,
                    _ => TextAlignment.Left,
                })),
        ];
    }

    private static ColumnWidth? Width(string written)
    {
        var isLength = written.EndsWith("mm", StringComparison.Ordinal);
        return decimal.TryParse(isLength ? written[..^2] : written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0
            ? new ColumnWidth(value, !isLength)
            : null;
    }

    private List<TableRow> Rows(Markdig.Extensions.Tables.Table block, int columns, string source)
    {
        var above = new Slot?[columns];
        var rows = new List<List<Slot>>();
        foreach (var row in block.OfType<Markdig.Extensions.Tables.TableRow>())
        {
            var slots = new List<Slot>();
            var current = new Slot?[columns];
            for (var i = 0; i < columns; i++)
            {
                var paragraph = i < row.Count ? (row[i] as Markdig.Extensions.Tables.TableCell)?.OfType<ParagraphBlock>().FirstOrDefault() : null;
                current[i] = Sign(paragraph) switch
                {
                    "<" when i > 0 && current[i - 1] is { } left => left.Wider(slots.Contains(left)),
                    "^" when above[i] is { } over => over.Taller(rows.Count + 1),
                    _ => New(slots, paragraph is null ? RichText.Empty : inlines.Read(paragraph, source), rows.Count),
                };
            }

            rows.Add(slots);
            above = current;
        }

        return [.. rows.Select(row => new TableRow([.. row.Select(slot => new TableCell(slot.Text) { ColumnSpan = slot.Columns, RowSpan = slot.Rows })]))];
    }

    private static Slot New(List<Slot> slots, RichText text, int row)
    {
        var slot = new Slot(text, row);
        slots.Add(slot);
        return slot;
    }

    // A value is never a sign: its «<» travels as another character.
    private static string? Sign(ParagraphBlock? cell) =>
        cell?.Inline is { FirstChild: LiteralInline only } && only.NextSibling is null ? only.Content.ToString().Trim() : null;

    private sealed class Slot(RichText text, int row)
    {
        public RichText Text { get; } = text;

        public int Columns { get; private set; } = 1;

        public int Rows { get; private set; } = 1;

        public Slot Wider(bool inItsRow)
        {
            Columns += inItsRow ? 1 : 0;
            return this;
        }

        public Slot Taller(int rowsSoFar)
        {
            Rows = rowsSoFar - row;
            return this;
        }
    }
}
