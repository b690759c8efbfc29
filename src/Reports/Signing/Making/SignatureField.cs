using EmrSec.Reports.Signing.Reading;
using static EmrSec.Reports.Signing.Making.PdfBuilding;

namespace EmrSec.Reports.Signing.Making;

/// <summary>The field into which a signature goes: an empty one of the form, or a new one.</summary>
internal sealed class SignatureField
{
    private readonly PdfDocument _document;
    private readonly FormField? _existing;
    private readonly NewField? _fresh;

    private SignatureField(PdfDocument document, string name, FormField? existing, NewField? fresh) =>
        (_document, Name, _existing, _fresh) = (document, name, existing, fresh);

    /// <summary>The field's full name.</summary>
    public string Name { get; }

    /// <summary>A new field that shows on the page.</summary>
    public bool IsNewAndVisible => _existing is null && _fresh?.Area is not null;

    /// <summary>Chooses the field.</summary>
    /// <param name="document">The file.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="options">What was asked for.</param>
    /// <exception cref="SigningException">The field is signed already, or is none for signatures.</exception>
    public static SignatureField Choose(PdfDocument document, IReadOnlyList<FormField> fields, SigningOptions options)
    {
        var wanted = options.FieldName;
        var existing = wanted is null
            ? options.NewField is null ? fields.FirstOrDefault(field => field is { IsSignature: true, Value: null }) : null
            : fields.FirstOrDefault(field => string.Equals(field.Name, wanted, StringComparison.Ordinal));
        if (existing is { IsSignature: false })
        {
            throw new SigningException("KY020", $"trường «{wanted}» không phải là ô chữ ký", "chọn ô chữ ký khác");
        }

        if (existing is { Value: not null })
        {
            throw new SigningException("KY021", $"ô chữ ký «{wanted}» đã được ký", "chọn ô chữ ký còn trống");
        }

        if (existing is not null)
        {
            return new SignatureField(document, existing.Name, existing, null);
        }

        if (options.Appearance is not null && options.NewField?.Area is null)
        {
            throw new SigningException("KY041", "tệp không có ô chữ ký trống để hiện hình chữ ký, con dấu", "chỉ ra chỗ hiện bằng trang và vùng (--page, --area), hoặc ký không kèm hình");
        }

        return wanted is null || !wanted.Contains('.', StringComparison.Ordinal)
            ? new SignatureField(document, wanted ?? FreeName(fields), null, options.NewField ?? new NewField(1, null))
            : throw new SigningException("KY022", $"không có ô chữ ký «{wanted}»", "kiểm tra lại tên ô; tên ô mới không được chứa dấu chấm");
    }

    /// <summary>Puts a value into the field.</summary>
    public void Fill(IncrementalUpdate update, PdfReference value, SignatureAppearance? appearance)
    {
        if (_existing is { } field)
        {
            FillExisting(update, field, value, appearance);
            RaiseFlags(update, newField: null);
        }
        else
        {
            RaiseFlags(update, AddNew(update, value, appearance));
        }
    }

    private void FillExisting(IncrementalUpdate update, FormField field, PdfReference value, SignatureAppearance? appearance)
    {
        var widget = _document.Array(field.Dictionary["Kids"]) is { Items: [PdfReference only] } ? only : field.Reference;
        if (widget.Number != field.Reference.Number)
        {
            update.Replace(field.Reference, field.Dictionary.With("V", value));
        }

        var dictionary = _document.Dictionary(widget) ?? throw new PdfFormatException("Ô chữ ký hỏng");
        var filled = widget.Number == field.Reference.Number ? dictionary.With("V", value) : dictionary;
        if (appearance is not null && Size(dictionary) is var (width, height) && width > 0 && height > 0)
        {
            filled = filled.With("AP", Dictionary(("N", AppearanceBuilder.Add(update, appearance, width, height))));
        }

        if (!ReferenceEquals(filled, dictionary))
        {
            update.Replace(widget, filled);
        }
    }

    private (decimal Width, decimal Height) Size(PdfDictionary widget)
    {
        if (_document.Array(widget["Rect"]) is not { Items.Count: 4 } rectangle)
        {
            return (0, 0);
        }

        var numbers = rectangle.Items.Select(item => _document.Resolve(item) switch
        {
            PdfInteger integer => integer.Value,
            PdfReal real => real.Value,
            _ => 0m,
        }).ToList();
        return (Math.Abs(numbers[2] - numbers[0]), Math.Abs(numbers[3] - numbers[1]));
    }

    private PdfReference AddNew(IncrementalUpdate update, PdfReference value, SignatureAppearance? appearance)
    {
        var page = PageTree.Find(_document, _fresh!.Page)
            ?? throw new SigningException("KY023", $"tệp không có trang {_fresh.Page.ToString(CultureInfo.InvariantCulture)}", "chọn trang có trong tệp");
        var area = _fresh.Area;
        var widget = Dictionary(
            ("Type", Name("Annot")),
            ("Subtype", Name("Widget")),
            ("FT", Name("Sig")),
            ("T", TextStrings.Encode(this.Name)),
            ("V", value),
            ("F", Number(132)),
            ("Rect", area is null ? Numbers(0, 0, 0, 0) : Numbers(area.Left, area.Bottom, area.Left + area.Width, area.Bottom + area.Height)),
            ("P", page));
        if (area is not null)
        {
            widget = widget.With("AP", Dictionary(("N", AppearanceBuilder.Add(update, appearance ?? new SignatureAppearance(), area.Width, area.Height))));
        }

        var reference = update.Add(widget);
        AddAnnotation(update, page, reference);
        return reference;

        static PdfName Name(string name) => new(name);
    }

    private void AddAnnotation(IncrementalUpdate update, PdfReference page, PdfReference widget)
    {
        var dictionary = _document.Dictionary(page)!;
        var annotations = _document.Array(dictionary["Annots"])?.Items ?? [];
        var extended = Array([.. annotations, widget]);
        if (dictionary["Annots"] is PdfReference list)
        {
            update.Replace(list, extended);
        }
        else
        {
            update.Replace(page, dictionary.With("Annots", extended));
        }
    }

    // SigFlags 3: there are signatures, and the file may only be appended to (ISO 32000-1, table 219).
    private void RaiseFlags(IncrementalUpdate update, PdfReference? newField)
    {
        var catalog = _document.Catalog;
        var form = _document.Dictionary(catalog["AcroForm"]);
        if (newField is null && form?["SigFlags"] is PdfInteger { Value: 3 })
        {
            return;
        }

        var changed = (form ?? Dictionary()).With("SigFlags", Number(3));
        if (newField is not null)
        {
            var list = Array([.. _document.Array(form?["Fields"])?.Items ?? [], newField]);
            if (form?["Fields"] is PdfReference fields)
            {
                update.Replace(fields, list);
            }
            else
            {
                changed = changed.With("Fields", list);
            }
        }

        if (catalog["AcroForm"] is PdfReference reference)
        {
            update.Replace(reference, changed);
        }
        else
        {
            update.ChangeCatalog("AcroForm", changed);
        }
    }

    private static string FreeName(IReadOnlyList<FormField> fields)
    {
        for (var i = 1; ; i++)
        {
            var name = $"Signature{i.ToString(CultureInfo.InvariantCulture)}";
            if (!fields.Any(field => string.Equals(field.Name, name, StringComparison.Ordinal) || field.Name.StartsWith(name + ".", StringComparison.Ordinal)))
            {
                return name;
            }
        }
    }
}
