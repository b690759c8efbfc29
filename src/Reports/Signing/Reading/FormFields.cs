namespace EmrSec.Reports.Signing.Reading;

/// <summary>A terminal field of a form.</summary>
/// <param name="Name">Its full name, the parts joined by dots.</param>
/// <param name="Reference">Its object.</param>
/// <param name="Dictionary">Its dictionary.</param>
/// <param name="IsSignature">It is for a signature.</param>
/// <param name="Value">Its value as written: a reference or a direct value; null where it is empty.</param>
internal sealed record FormField(string Name, PdfReference Reference, PdfDictionary Dictionary, bool IsSignature, PdfValue? Value);

/// <summary>Walks the fields of a form (ISO 32000-1, 12.7.3).</summary>
internal sealed class FormFields
{
    private readonly PdfDocument _document;
    private readonly HashSet<int> _seen = [];
    private readonly List<FormField> _found = [];

    private FormFields(PdfDocument document) => _document = document;

    /// <summary>All terminal fields, in the form's order.</summary>
    public static IReadOnlyList<FormField> Read(PdfDocument document)
    {
        var fields = new FormFields(document);
        if (document.Dictionary(document.Catalog["AcroForm"]) is { } form && form["Fields"] is { } list)
        {
            fields.ReadList(list, string.Empty, type: null, value: null, depth: 0);
        }

        return fields._found;
    }

    private void ReadList(PdfValue list, string prefix, string? type, PdfValue? value, int depth)
    {
        if (_document.Array(list) is not { } array)
        {
            throw new PdfFormatException("Danh sách trường của biểu mẫu không phải là mảng");
        }

        foreach (var item in array.Items)
        {
            if (item is not PdfReference reference || !_seen.Add(reference.Number) || _seen.Count > PdfLimits.TreeNodes || depth > PdfLimits.Depth)
            {
                throw new PdfFormatException("Danh sách trường của biểu mẫu không hợp lệ");
            }

            if (_document.Dictionary(reference) is { } field)
            {
                ReadField(reference, field, prefix, type, value, depth);
            }
        }
    }

    private void ReadField(PdfReference reference, PdfDictionary field, string prefix, string? type, PdfValue? value, int depth)
    {
        var part = _document.Resolve(field["T"]) is PdfString name ? TextStrings.Decode(name) : null;
        var full = part is null ? prefix : prefix.Length == 0 ? part : $"{prefix}.{part}";
        type = _document.Name(field["FT"]) ?? type;
        value = field["V"] ?? value;
        if (field["Kids"] is { } kids && HasFields(kids))
        {
            ReadList(kids, full, type, value, depth + 1);
            return;
        }

        _found.Add(new FormField(full, reference, field, type is "Sig", value));
    }

    // Kids with a name of their own are fields, those without are the field's widgets.
    private bool HasFields(PdfValue kids) => _document.Array(kids) is { } array && array.Items.Any(kid => _document.Dictionary(kid)?["T"] is not null);
}
