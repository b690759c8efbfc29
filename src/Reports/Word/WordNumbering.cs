using System.Xml.Linq;
using EmrSec.Reports.Documents;
using static EmrSec.Reports.Word.Wml;

namespace EmrSec.Reports.Word;

/// <summary>
/// The numbering of lists. Points «a)» are not among it: Word knows no alphabet with «đ», so their letters are written as text.
/// </summary>
/// <param name="indent">The first line's indent, in twentieths of a point.</param>
internal sealed class WordNumbering(int indent)
{
    private readonly List<(ListKind Kind, int Start, bool InTable)> _lists = [];

    /// <summary>Whether anything is numbered.</summary>
    public bool IsEmpty => _lists.Count == 0;

    /// <summary>The number of a new list; null for one that writes its labels as text.</summary>
    /// <param name="list">The list.</param>
    /// <param name="inTable">Whether it stands in a table, where first lines are not indented.</param>
    public int? Add(BlockList list, bool inTable)
    {
        if (list.Kind == ListKind.Letter)
        {
            return null;
        }

        _lists.Add((list.Kind, list.Start, inTable));
        return _lists.Count;
    }

    /// <summary>The part «numbering.xml».</summary>
    public XElement Build() => El(
        "numbering",
        new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
        _lists.Select((list, i) => El("abstractNum", At("abstractNumId", i + 1), Val("multiLevelType", "singleLevel"), Level(list.Kind, list.Start, list.InTable))),
        _lists.Select((_, i) => El("num", At("numId", i + 1), Val("abstractNumId", i + 1))));

    private XElement Level(ListKind kind, int start, bool inTable)
    {
        var (format, text) = kind switch
        {
            ListKind.Number => ("decimal", "%1."),
            ListKind.Plus => ("bullet", "+"),
            _ => ("bullet", "-"),
        };
        return El(
            "lvl",
            At("ilvl", 0),
            Val("start", start),
            Val("numFmt", format),
            Val("suff", "space"),
            Val("lvlText", text),
            Val("lvlJc", "left"),
            El("pPr", El("ind", At("left", 0), At("firstLine", inTable ? 0 : indent))));
    }
}
