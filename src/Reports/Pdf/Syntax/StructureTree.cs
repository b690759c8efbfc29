namespace EmrSec.Reports.Pdf.Syntax;

/// <summary>Writes the logical structure and the tree that leads from content back to it (ISO 32000-1, 14.7.4.4).</summary>
internal sealed class StructureTree(PdfFile file, IReadOnlyList<int> pages)
{
    private readonly SortedDictionary<int, IReadOnlyList<StructElement>> _pageParents = [];
    private readonly SortedDictionary<int, StructElement> _annotationParents = [];

    /// <summary>Notes whose content the marks of a page are, in the order of their numbers.</summary>
    public void AddPage(int key, IReadOnlyList<StructElement> elements) => _pageParents.Add(key, elements);

    public void AddAnnotation(int key, StructElement element) => _annotationParents.Add(key, element);

    /// <summary>Writes all of it.</summary>
    /// <returns>The number of the structure tree's root.</returns>
    public int Write(StructElement document)
    {
        var (root, parents) = (file.Reserve(), file.Reserve());
        Number(document);
        WriteElement(document, root);
        file.Begin(root).Raw("<</Type/StructTreeRoot/K["u8).Reference(document.Id).Raw("]/ParentTree "u8).Reference(parents)
            .Raw("/ParentTreeNextKey "u8).Int(_pageParents.Count + _annotationParents.Count).Raw(">>"u8);
        file.End();
        WriteParents(parents);
        return root;
    }

    private void Number(StructElement element)
    {
        element.Id = file.Reserve();
        foreach (var kid in element.Kids)
        {
            if (kid.Element is { } child)
            {
                Number(child);
            }
        }
    }

    private void WriteElement(StructElement element, int parent)
    {
        var writer = file.Begin(element.Id).Raw("<</S/"u8).Ascii(element.Type).Raw("/P "u8).Reference(parent);
        var page = element.Kids.FindIndex(kid => kid.Element is null) is >= 0 and var first ? element.Kids[first].Page : -1;
        if (page >= 0)
        {
            writer.Raw("/Pg "u8).Reference(pages[page]);
        }

        if (element.Alternative is { } alternative)
        {
            writer.Raw("/Alt"u8).TextString(alternative);
        }

        if (element.Attributes is { } attributes)
        {
            writer.Raw("/A<<"u8).Ascii(attributes).Raw(">>"u8);
        }

        if (element.Kids.Count > 0)
        {
            writer.Raw("/K["u8);
            foreach (var kid in element.Kids)
            {
                WriteKid(writer, kid, page);
            }

            writer.Byte((byte)']');
        }

        writer.Raw(">>"u8);
        file.End();
        foreach (var kid in element.Kids)
        {
            if (kid.Element is { } child)
            {
                WriteElement(child, element.Id);
            }
        }
    }

    private void WriteKid(ByteWriter writer, StructKid kid, int page)
    {
        if (kid.Element is { } child)
        {
            writer.Reference(child.Id);
        }
        else if (kid.Annotation != 0)
        {
            writer.Raw("<</Type/OBJR/Obj "u8).Reference(kid.Annotation).Raw("/Pg "u8).Reference(pages[kid.Page]).Raw(">>"u8);
        }
        else if (kid.Page != page)
        {
            writer.Raw("<</Type/MCR/Pg "u8).Reference(pages[kid.Page]).Raw("/MCID "u8).Int(kid.Mark).Raw(">>"u8);
        }
        else
        {
            writer.Int(kid.Mark);
        }

        writer.Byte((byte)' ');
    }

    private void WriteParents(int id)
    {
        var writer = file.Begin(id).Raw("<</Nums["u8);
        foreach (var (key, elements) in _pageParents)
        {
            writer.Int(key).Raw(" ["u8);
            foreach (var element in elements)
            {
                writer.Reference(element.Id).Byte((byte)' ');
            }

            writer.Raw("]"u8);
        }

        foreach (var (key, element) in _annotationParents)
        {
            writer.Int(key).Byte((byte)' ').Reference(element.Id).Byte((byte)' ');
        }

        writer.Raw("]>>"u8);
        file.End();
    }
}
