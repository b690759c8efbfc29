using EmrSec.Reports.Pdf.Layout;

namespace EmrSec.Reports.Pdf.Syntax;

/// <summary>Writes the bookmarks (ISO 32000-1, 12.3.3).</summary>
internal sealed class OutlineWriter(PdfFile file, IReadOnlyList<int> pages)
{
    /// <summary>Writes the bookmarks.</summary>
    /// <returns>The outline's object number; 0 where there are none.</returns>
    public int Write(IReadOnlyList<Anchor> anchors)
    {
        var root = new Node(null, 0);
        var last = root;
        foreach (var anchor in anchors.Where(anchor => anchor.Page >= 0))
        {
            while (last.Level >= anchor.Level)
            {
                last = last.Parent!;
            }

            var node = new Node(anchor, anchor.Level) { Parent = last };
            last.Kids.Add(node);
            last = node;
        }

        if (root.Kids.Count == 0)
        {
            return 0;
        }

        Number(root);
        Write(root);
        return root.Id;
    }

    public static void WriteDestination(ByteWriter writer, Anchor anchor, IReadOnlyList<int> pages) =>
        writer.Byte((byte)'[').Reference(pages[anchor.Page]).Raw("/XYZ null "u8).Number(anchor.Top).Raw(" null]"u8);

    private void Number(Node node)
    {
        node.Id = file.Reserve();
        node.Kids.ForEach(Number);
    }

    private void Write(Node node)
    {
        var writer = file.Begin(node.Id).Raw("<<"u8);
        if (node is { Anchor: { } anchor, Parent: { } parent })
        {
            var place = parent.Kids.IndexOf(node);
            writer.Raw("/Title"u8).TextString(anchor.Title).Raw("/Parent "u8).Reference(parent.Id);
            WriteDestination(writer.Raw("/Dest"u8), anchor, pages);
            if (place > 0)
            {
                writer.Raw("/Prev "u8).Reference(parent.Kids[place - 1].Id);
            }

            if (place < parent.Kids.Count - 1)
            {
                writer.Raw("/Next "u8).Reference(parent.Kids[place + 1].Id);
            }
        }
        else
        {
            writer.Raw("/Type/Outlines"u8);
        }

        if (node.Kids.Count > 0)
        {
            // Open to the first level; what is below opens when asked (a negative count).
            writer.Raw("/First "u8).Reference(node.Kids[0].Id).Raw("/Last "u8).Reference(node.Kids[^1].Id)
                .Raw("/Count "u8).Int(node.Anchor is null ? node.Kids.Count : -node.Kids.Count);
        }

        writer.Raw(">>"u8);
        file.End();
        node.Kids.ForEach(Write);
    }

    private sealed class Node(Anchor? anchor, int level)
    {
        public Anchor? Anchor { get; } = anchor;

        public int Level { get; } = level;

        public Node? Parent { get; init; }

        public List<Node> Kids { get; } = [];

        public int Id { get; set; }
    }
}
