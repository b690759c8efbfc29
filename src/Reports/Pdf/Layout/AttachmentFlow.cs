using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>Lays out what a body signs on an attached document (30/2020/NĐ-CP, Phụ lục I, phần II, mục 8).</summary>
internal static class AttachmentFlow
{
    private static readonly double FieldWidth = Points.FromMillimetres(70.0);
    private static readonly double FieldHeight = Points.FromMillimetres(12.0);

    /// <summary>Makes the mark, for a column that reaches from margin to margin and begins at the page's top edge.</summary>
    public static FlowItem Make(FlowBuilder flow, AttachmentMark mark, double topMargin)
    {
        flow.Place.What = "dấu của văn bản kèm theo";
        var text = flow.Shape(mark.Text, new StructElement("P", flow.Parent), RunStyle.None, TypeSizes.Attachment);
        flow.Shared.Fields.Check(mark.FieldName, flow.Place);
        var field = new FieldItem(mark.FieldName, "Chữ ký số của cơ quan, tổ chức trên văn bản kèm theo", FieldWidth, FieldHeight, new StructElement("Form", flow.Parent));

        var lines = flow.Lines(text, 0, flow.Settings.Width, TextAlignment.Right);
        var item = new AssemblyItem { Where = flow.Place.ToString() };
        var top = (topMargin - FieldHeight) / 2;
        item.AddAll(lines, 0, top + ((FieldHeight - FlowItem.Total(lines)) / 2));
        item.Add(field, flow.Settings.Width - FieldWidth, top);
        item.SetHeight(topMargin);
        return item;
    }
}
