using System.Globalization;
using System.Text;
using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>A paper's text and structure as lines, for people to approve; and shorthands to look into papers.</summary>
internal static class PaperOutline
{
    public static IEnumerable<Block> Blocks(this Document document) => document.Sections.SelectMany(section => section.Blocks);

    public static IEnumerable<Table> Tables(this Document document) => document.Blocks().OfType<Table>();

    public static T Figure<T>(this Document document, int index = 0)
        where T : FigureContent => document.Blocks().OfType<Figure>().Select(figure => figure.Content).OfType<T>().ElementAt(index);

    /// <summary>The rows under a table's head, as text.</summary>
    public static string[][] Body(this Table table) => [.. table.Rows.Skip(table.HeaderRows).Select(row => row.Cells.Select(cell => Flat(cell.Blocks)).ToArray())];

    public static string Of(Document document)
    {
        var text = new StringBuilder();
        foreach (var section in document.Sections)
        {
            text.Append($"== {section.Orientation} {section.Annex?.Label}".TrimEnd()).Append('\n');
            foreach (var block in section.Blocks)
            {
                Write(text, block, "");
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Block block, string indent)
    {
        switch (block)
        {
            case Letterhead head:
                text.Append(string.Join(" | ", new[] { head.SuperiorBody, head.IssuingBody, head.Number, head.PlaceAndDate }.Where(each => each is not null))).Append('\n');
                break;
            case TitleBlock title:
                text.Append(CultureInfo.InvariantCulture, $"{title.Kind}: {title.Abstract}\n");
                break;
            case Heading heading:
                text.Append(CultureInfo.InvariantCulture, $"\n[{heading.Kind}] {heading.Label} {heading.Text}\n");
                break;
            case Paragraph paragraph:
                text.Append(indent).Append(paragraph.Runs).Append('\n');
                break;
            case BlockList list:
                foreach (var (index, item) in list.Items.Index())
                {
                    text.Append(indent).Append(list.Label(index)).Append(' ');
                    foreach (var (place, inner) in item.Blocks.Index())
                    {
                        Write(text, inner, place == 0 ? "" : indent + "  ");
                    }
                }

                break;
            case Table table:
                text.Append(CultureInfo.InvariantCulture, $"table {table.Caption}\n");
                foreach (var row in table.Rows)
                {
                    text.Append("| ").AppendJoin(" | ", row.Cells.Select(cell => Flat(cell.Blocks))).Append('\n');
                }

                break;
            case Figure figure:
                text.Append(CultureInfo.InvariantCulture, $"figure {figure.Content.GetType().Name} «{figure.Caption}»: {figure.AlternativeText}\n");
                break;
            case SignatureBlock block2:
                foreach (var signer in block2.Signers)
                {
                    text.Append(CultureInfo.InvariantCulture, $"signer {string.Join(" / ", signer.Titles)} – {signer.Name} ({signer.FieldName}, {signer.SealFieldName})\n");
                }

                text.Append("copies: ").AppendJoin("; ", block2.Distribution).Append('\n');
                break;
            default:
                text.Append(block.GetType().Name).Append('\n');
                break;
        }
    }

    private static string Flat(IEnumerable<Block> blocks) => string.Join(" ", blocks.OfType<Paragraph>().Select(paragraph => paragraph.Runs.ToString())).Replace("\n", " / ", StringComparison.Ordinal);
}
