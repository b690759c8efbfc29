using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Fonts;
using EmrSec.Reports.Pdf.Layout;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf;

/// <summary>Puts drawn pages together to a file: what ISO 19005-2 asks of a catalogue, a page, an annotation and a form.</summary>
internal sealed class PdfAssembly : IDisposable
{
    private readonly FlowShared _shared;
    private readonly IReadOnlyList<PageCanvas> _pages;
    private readonly StructElement _root;
    private readonly PdfFile _file = new();
    private readonly int[] _pageIds;
    private readonly StructureTree _tree;
    private readonly List<int> _fields = [];

    public PdfAssembly(FlowShared shared, IReadOnlyList<PageCanvas> pages, StructElement root)
    {
        (_shared, _pages, _root) = (shared, pages, root);
        _pageIds = [.. pages.Select(_ => _file.Reserve())];
        _tree = new StructureTree(_file, _pageIds);
    }

    public void Dispose() => _file.Dispose();

    public ReadOnlyMemory<byte> Write()
    {
        var (catalog, pageTree, resources) = (_file.Reserve(), _file.Reserve(), _file.Reserve());
        var key = _pages.Count;
        foreach (var page in _pages)
        {
            WritePage(page, pageTree, resources, ref key);
        }

        WritePageTree(pageTree);
        WriteResources(resources);
        var structure = _tree.Write(_root);
        var outline = new OutlineWriter(_file, _pageIds).Write(_shared.Anchors);
        var (metadata, intent, info) = (_file.Reserve(), WriteOutputIntent(), _file.Reserve());
        _file.Encoded(metadata, "/Type/Metadata/Subtype/XML"u8, [], XmpPacket.Write(_shared.Document.Info));
        XmpPacket.WriteInfo(_file.Begin(info), _shared.Document.Info);
        _file.End();

        var writer = _file.Begin(catalog).Raw("<</Type/Catalog/Pages "u8).Reference(pageTree).Raw("/Metadata "u8).Reference(metadata)
            .Raw("/OutputIntents["u8).Reference(intent).Raw("]/StructTreeRoot "u8).Reference(structure)
            .Raw("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Lang("u8).Ascii(DocumentInfo.Language).Raw(")"u8);
        if (outline != 0)
        {
            writer.Raw("/Outlines "u8).Reference(outline).Raw("/PageMode/UseOutlines"u8);
        }

        WriteForm(writer);
        writer.Raw(">>"u8);
        _file.End();
        return _file.Finish(catalog, info);
    }

    private void WritePage(PageCanvas page, int pageTree, int resources, ref int key)
    {
        var content = _file.Reserve();
        _file.Stream(content, [], page.Content);
        _tree.AddPage(page.Index, page.Marks);
        var annotations = new List<int>();
        foreach (var annotation in page.Annotations)
        {
            annotations.Add(WriteAnnotation(page, annotation, key));
            _tree.AddAnnotation(key++, annotation.Element);
        }

        var writer = _file.Begin(_pageIds[page.Index]).Raw("<</Type/Page/Parent "u8).Reference(pageTree)
            .Raw("/MediaBox[0 0 "u8).Number(page.Width).Byte((byte)' ').Number(page.Height).Raw("]/Resources "u8).Reference(resources)
            .Raw("/Contents "u8).Reference(content).Raw("/StructParents "u8).Int(page.Index).Raw("/Tabs/S"u8);
        WriteReferences(writer, "/Annots["u8, annotations);
        writer.Raw(">>"u8);
        _file.End();
    }

    private int WriteAnnotation(PageCanvas page, Annotation annotation, int key)
    {
        var id = _file.Reserve();
        annotation.Element.Add(new StructKid(null, page.Index, 0, id));
        var appearance = annotation.IsField ? WriteEmptyAppearance(annotation) : 0;

        // F 4: printed, neither hidden nor invisible (ISO 19005-2, 6.3.2).
        var writer = _file.Begin(id).Raw("<</Type/Annot/F 4/Rect["u8).Operands(annotation.Left, annotation.Bottom, annotation.Right, annotation.Top)
            .Raw("]/StructParent "u8).Int(key).Raw("/P "u8).Reference(_pageIds[page.Index]);
        if (annotation.IsField)
        {
            writer.Raw("/Subtype/Widget/FT/Sig/T("u8).Ascii(annotation.Target).Raw(")/TU"u8).TextString(annotation.Label).Raw("/AP<</N "u8).Reference(appearance).Raw(">>>>"u8);
            _fields.Add(id);
        }
        else
        {
            writer.Raw("/Subtype/Link/Border[0 0 0]/Contents"u8).TextString(annotation.Label);
            WriteTarget(writer, annotation.Target);
            writer.Raw(">>"u8);
        }

        _file.End();
        return id;
    }

    private void WriteTarget(ByteWriter writer, string target)
    {
        if (target.StartsWith('#'))
        {
            OutlineWriter.WriteDestination(writer.Raw("/Dest"u8), _shared.Anchors.First(anchor => string.Equals(anchor.Id, target[1..], StringComparison.Ordinal)), _pageIds);
        }
        else
        {
            // AbsoluteUri is ASCII, what is not being escaped; brackets and backslashes would end the string.
            var address = new Uri(target).AbsoluteUri.Replace("\\", "%5C", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
            writer.Raw("/A<</Type/Action/S/URI/URI("u8).Ascii(address).Raw(")>>"u8);
        }
    }

    // ISO 19005-2, 6.3.3: a field has an appearance even before anybody signs.
    private int WriteEmptyAppearance(Annotation annotation)
    {
        var id = _file.Reserve();
        var entries = new ByteWriter(96).Raw("/Type/XObject/Subtype/Form/BBox[0 0 "u8).Operands(annotation.Right - annotation.Left, annotation.Top - annotation.Bottom).Raw("]/Resources<<>>"u8);
        _file.Encoded(id, entries.Written, [], []);
        return id;
    }

    private void WritePageTree(int id)
    {
        var writer = _file.Begin(id).Raw("<</Type/Pages/Count "u8).Int(_pages.Count);
        WriteReferences(writer, "/Kids["u8, _pageIds);
        writer.Raw(">>"u8);
        _file.End();
    }

    // One dictionary for all pages: they use nearly the same.
    private void WriteResources(int id)
    {
        var fonts = _shared.Shaper.Faces.Select(face => (Face: face, Id: _file.Reserve())).ToArray();
        var images = _shared.Images.Write(_file);
        var writer = _file.Begin(id).Raw("<</Font<<"u8);
        foreach (var (face, font) in fonts)
        {
            writer.Raw("/F"u8).Int(face.Index).Byte((byte)' ').Reference(font);
        }

        writer.Raw(">>"u8);
        if (images.Count > 0)
        {
            writer.Raw("/XObject<<"u8);
            for (var i = 0; i < images.Count; i++)
            {
                writer.Raw("/I"u8).Int(i).Byte((byte)' ').Reference(images[i]);
            }

            writer.Raw(">>"u8);
        }

        writer.Raw(">>"u8);
        _file.End();
        foreach (var (face, font) in fonts)
        {
            FontObjects.Write(_file, font, face);
        }
    }

    private int WriteOutputIntent()
    {
        var (profile, intent) = (_file.Reserve(), _file.Reserve());
        _file.Encoded(profile, "/N 3"u8, "/FlateDecode"u8, SrgbProfile.Compressed);
        _file.Begin(intent).Raw("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/RegistryName(http://www.color.org)/DestOutputProfile "u8).Reference(profile).Raw(">>"u8);
        _file.End();
        return intent;
    }

    // SigFlags 1: there are signature fields; nothing is signed yet, so nothing need only be appended to.
    private void WriteForm(ByteWriter writer)
    {
        if (_fields.Count > 0)
        {
            WriteReferences(writer.Raw("/AcroForm<</SigFlags 1"u8), "/Fields["u8, _fields);
            writer.Raw(">>"u8);
        }
    }

    private static void WriteReferences(ByteWriter writer, ReadOnlySpan<byte> opening, IReadOnlyList<int> ids)
    {
        if (ids.Count > 0)
        {
            writer.Raw(opening);
            foreach (var id in ids)
            {
                writer.Reference(id).Byte((byte)' ');
            }

            writer.Byte((byte)']');
        }
    }
}
