using System.Globalization;
using System.Text;
using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>All that a paper says, a line for each part, in reading order.</summary>
internal static class PaperText
{
    public static string Of(Document document)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(document.Info.Title).Append(" | ").AppendJoin(", ", document.Info.Keywords).Append('\n');
        foreach (var section in document.Sections)
        {
            text.Append("[trang ").Append(section.Orientation).Append("]\n");
            if (section.Annex is { } annex)
            {
                text.Append(CultureInfo.InvariantCulture, $"{annex.Label}\n{annex.Title}\n{annex.Attachment}\n");
            }

            foreach (var block in section.Blocks)
            {
                Add(text, block, "");
            }
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, Block block, string before)
    {
        switch (block)
        {
            case Letterhead head:
                text.Append(CultureInfo.InvariantCulture, $"[{head.SuperiorBody}] [{head.IssuingBody}] [{head.Number}] [{head.Regarding}]\n[{head.PlaceAndDate}]\n");
                break;
            case TitleBlock title:
                text.Append(CultureInfo.InvariantCulture, $"{title.Kind}\n{title.Abstract}\n{title.Authority}\n");
                break;
            case Recipients recipients:
                text.Append("Kính gửi: ").AppendJoin(" | ", recipients.Names).Append('\n');
                break;
            case LegalGrounds grounds:
                text.AppendJoin('\n', grounds.Lines).Append('\n');
                break;
            case Heading heading:
                text.Append(CultureInfo.InvariantCulture, $"{before}## {heading.Label} {heading.Text}{heading.RunIn}\n");
                break;
            case Paragraph paragraph:
                text.Append(before).Append(paragraph.Runs).Append('\n');
                break;
            case BlockList list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    var start = $"{before}{list.Label(i)} ";
                    foreach (var inner in list.Items[i].Blocks)
                    {
                        Add(text, inner, start);
                        start = before + "  ";
                    }
                }

                break;
            case Table table:
                foreach (var row in table.Rows)
                {
                    text.Append("| ").AppendJoin(" | ", row.Cells.Select(cell => string.Concat(cell.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Runs)))).Append(" |\n");
                }

                break;
            case SignatureBlock signatures:
                text.Append("Nơi nhận: ").AppendJoin(" | ", signatures.Distribution).Append('\n');
                foreach (var signer in signatures.Signers)
                {
                    text.AppendJoin(" / ", signer.Titles).Append(CultureInfo.InvariantCulture, $" [{signer.FieldName}, {signer.SealFieldName}] {signer.Name}\n");
                }

                break;
            default:
                throw new NotSupportedException($"{block.GetType().Name} is not written out");
        }
    }
}
