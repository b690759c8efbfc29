using EmrSec.Reports.Signing.Making;
using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>Compares the forms of two revisions: which fields were signed or added, and whether that was permitted.</summary>
internal sealed class FormComparer(RevisionComparer comparer)
{
    private static readonly HashSet<string> FilledKeys = new(["V", "AP", "F", "M", "NM"], StringComparer.Ordinal);
    private static readonly HashSet<string> NewFieldKeys = new(["Type", "Subtype", "FT", "T", "V", "F", "Ff", "Rect", "P", "AP", "MK", "DA", "DR", "TU", "NM", "M", "Lock", "SV", "Q", "BS", "Border"], StringComparer.Ordinal);

    private int? _certification;
    private List<(string Field, PdfDictionary Signature)> _earlier = [];

    public void Run()
    {
        var (before, after) = (FormFields.Read(comparer.Old), FormFields.Read(comparer.Now));
        _earlier = [.. before.Where(field => field is { IsSignature: true, Value: not null }).Select(field => (field.Name, comparer.Old.Dictionary(field.Value))).Where(item => item.Item2 is not null).Select(item => (item.Name, item.Item2!))];
        _certification = _earlier.Select(item => DocumentPermissions.CertificationLevel(comparer.Old, item.Signature)).Where(level => level is not null).Min();
        CompareForms();
        var known = after.ToDictionary(field => field.Reference.Number);
        foreach (var field in before)
        {
            CompareField(field, known.GetValueOrDefault(field.Reference.Number));
        }

        foreach (var field in after.ExceptBy(before.Select(field => field.Reference.Number), field => field.Reference.Number))
        {
            CheckNewField(field);
        }
    }

    private void CompareForms()
    {
        var (oldEntry, newEntry) = (comparer.Old.Catalog["AcroForm"], comparer.Now.Catalog["AcroForm"]);
        var (before, after) = (comparer.Old.Dictionary(oldEntry), comparer.Now.Dictionary(newEntry));
        if (before is not null && after is null)
        {
            comparer.Forbid(SignatureProblem.FormChanged, "biểu mẫu (các ô chữ ký) bị gỡ bỏ");
            return;
        }

        if (after is null)
        {
            return;
        }

        comparer.ExplainList(oldEntry);
        foreach (var key in ValueComparer.Differences(comparer.Old, before ?? new PdfDictionary(), comparer.Now, after))
        {
            if (key is not ("Fields" or "SigFlags") && !(before is null && key is "DR" or "DA"))
            {
                comparer.Forbid(SignatureProblem.FormChanged, $"biểu mẫu đổi /{key}");
            }
        }

        comparer.ExplainList(before?["Fields"]);
        var (oldList, newList) = (comparer.Old.Array(before?["Fields"])?.Items ?? [], comparer.Now.Array(after["Fields"])?.Items ?? []);
        if (newList.Count < oldList.Count || !oldList.Zip(newList).All(pair => comparer.Same(pair.First, pair.Second)))
        {
            comparer.Forbid(SignatureProblem.FormChanged, "các ô có sẵn của biểu mẫu bị bớt hoặc đổi chỗ");
        }
    }

    private void CompareField(FormField before, FormField? after)
    {
        if (after is null)
        {
            comparer.Forbid(SignatureProblem.FormChanged, $"ô «{before.Name}» bị gỡ khỏi biểu mẫu");
            return;
        }

        var wasEmpty = before.Value is null;
        var filled = wasEmpty && after.Value is not null;
        var widgets = Widgets(comparer.Old, before);
        if (widgets.All(widget => !comparer.IsChanged(widget.Number)) && !comparer.IsChanged(before.Reference.Number) && !SignatureChanged(before))
        {
            return;
        }

        if (!before.IsSignature || !after.IsSignature)
        {
            comparer.Forbid(SignatureProblem.FormChanged, $"ô «{before.Name}» của biểu mẫu bị sửa");
            widgets.ForEach(comparer.Explain);
            comparer.Explain(before.Reference);
            return;
        }

        if (!wasEmpty)
        {
            ReportTampering(before, widgets);
            return;
        }

        foreach (var widget in widgets.Append(before.Reference).DistinctBy(reference => reference.Number))
        {
            CompareWidget(before, widget, filled);
        }

        if (filled)
        {
            CheckNewValue(after);
        }
    }

    private bool SignatureChanged(FormField field) => field.Value is PdfReference value && comparer.IsChanged(value.Number);

    private void ReportTampering(FormField field, List<PdfReference> widgets)
    {
        comparer.Explain(field.Value);
        comparer.Explain(field.Reference);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var widget in widgets.Append(field.Reference))
        {
            comparer.Explain(widget);
            keys.UnionWith(Differences(widget));
        }

        var shown = keys.Overlaps(["AP", "Rect", "F", "MK", "AS"]);
        comparer.Forbid(
            shown ? SignatureProblem.AppearanceChanged : SignatureProblem.FormChanged,
            shown ? $"hình hiển thị hoặc vị trí của chữ ký «{field.Name}» bị thay sau khi ký" : $"chữ ký «{field.Name}» bị thay sau khi ký");
    }

    private void CompareWidget(FormField field, PdfReference widget, bool filled)
    {
        comparer.Explain(widget);
        foreach (var key in Differences(widget))
        {
            if (key is "Rect")
            {
                comparer.Forbid(SignatureProblem.AppearanceChanged, $"ô chữ ký «{field.Name}» bị dời chỗ hoặc đổi cỡ");
            }
            else if (!filled || !FilledKeys.Contains(key))
            {
                comparer.Forbid(key is "AP" ? SignatureProblem.AppearanceChanged : SignatureProblem.FormChanged, $"ô chữ ký «{field.Name}» đổi /{key}");
            }
        }

        if (comparer.Now.Dictionary(widget)?["AP"] is { } appearance)
        {
            CheckAppearance(field.Name, widget, appearance);
        }
    }

    // The appearance of a field that is being signed is new, or what it was.
    private void CheckAppearance(string name, PdfReference widget, PdfValue appearance)
    {
        var before = comparer.Old.Dictionary(widget)?["AP"];
        if (before is not null && comparer.Same(before, appearance) && comparer.Same(comparer.Old.Dictionary(before), comparer.Now.Dictionary(appearance)))
        {
            return;
        }

        if (comparer.Now.Dictionary(appearance) is not { } states || states.Entries.Keys.Any(key => key is not "N") || !comparer.IsFresh(states["N"]) || comparer.Now.Resolve(states["N"]) is not PdfStream)
        {
            comparer.Forbid(SignatureProblem.AppearanceChanged, $"hình hiển thị của ô chữ ký «{name}» không phải một hình mới");
        }
        else if (comparer.Now.Dictionary(widget) is { } dictionary && WidgetArea.Of(comparer.Now, dictionary) > WidgetArea.LargestShare * WidgetArea.OfPage(comparer.Now, dictionary))
        {
            comparer.Forbid(SignatureProblem.AppearanceChanged, $"hình hiển thị mới của ô chữ ký «{name}» che một phần lớn của trang");
        }
    }

    private void CheckNewValue(FormField field)
    {
        if (!comparer.IsFresh(field.Value) || comparer.Now.Dictionary(field.Value) is not { } signature || signature["ByteRange"] is null)
        {
            comparer.Forbid(SignatureProblem.FormChanged, $"ô «{field.Name}» nhận một giá trị không phải chữ ký mới");
            return;
        }

        if (comparer.Now.Name(signature["SubFilter"]) is "ETSI.RFC3161")
        {
            comparer.Permit($"thêm dấu thời gian cho cả tệp (ô «{field.Name}»)");
            return;
        }

        if (DocumentPermissions.CertificationLevel(comparer.Now, signature) is not null)
        {
            comparer.Forbid(SignatureProblem.LateCertification, $"chữ ký «{field.Name}» chứng nhận tệp, dù trước đó đã có chữ ký");
        }
        else if (_certification == 1)
        {
            comparer.Forbid(SignatureProblem.SigningForbidden, $"ký thêm vào ô «{field.Name}» dù chữ ký chứng nhận không cho phép thay đổi gì");
        }
        else if (_earlier.Any(earlier => DocumentPermissions.Locks(comparer.Old, earlier.Signature, field.Name)))
        {
            comparer.Forbid(SignatureProblem.SigningForbidden, $"ký thêm vào ô «{field.Name}» dù chữ ký trước đã khoá ô đó");
        }
        else
        {
            comparer.Permit($"ký thêm vào ô «{field.Name}»");
        }
    }

    private void CheckNewField(FormField field)
    {
        var dictionary = field.Dictionary;
        if (!comparer.IsFresh(field.Reference) || !field.IsSignature || comparer.Now.Name(dictionary["Subtype"]) is not "Widget" || dictionary.Entries.Keys.Any(key => !NewFieldKeys.Contains(key)))
        {
            comparer.Forbid(SignatureProblem.FormChanged, $"thêm ô «{field.Name}» vào biểu mẫu, không phải ô chữ ký thông thường");
            return;
        }

        if (WidgetArea.Of(comparer.Now, dictionary) is not { } area)
        {
            comparer.Forbid(SignatureProblem.FormChanged, $"ô chữ ký mới «{field.Name}» không có vị trí rõ ràng");
            return;
        }

        if (area > 0)
        {
            CheckVisible(field, area);
        }

        if (field.Value is not null)
        {
            CheckNewValue(field);
        }
    }

    private void CheckVisible(FormField field, decimal area)
    {
        if (_certification is not null)
        {
            comparer.Forbid(SignatureProblem.VisibleFieldAdded, $"thêm ô chữ ký nhìn thấy được «{field.Name}» dù tệp đã được chứng nhận");
        }
        else if (field.Value is null)
        {
            comparer.Forbid(SignatureProblem.AnnotationChanged, $"thêm ô nhìn thấy được «{field.Name}» mà không ký vào đó");
        }
        else if (area > WidgetArea.LargestShare * WidgetArea.OfPage(comparer.Now, field.Dictionary))
        {
            comparer.Forbid(SignatureProblem.AnnotationChanged, $"ô chữ ký mới «{field.Name}» che một phần lớn của trang");
        }
        else
        {
            if (field.Dictionary["AP"] is { } appearance)
            {
                CheckAppearance(field.Name, field.Reference, appearance);
            }

            comparer.Permit($"thêm ô chữ ký nhìn thấy được «{field.Name}», người ký sau chịu trách nhiệm về hình của ô này");
        }
    }

    private IEnumerable<string> Differences(PdfReference reference) =>
        comparer.Old.Dictionary(reference) is { } before && comparer.Now.Dictionary(reference) is { } after ? ValueComparer.Differences(comparer.Old, before, comparer.Now, after) : ["Type"];

    private static List<PdfReference> Widgets(PdfDocument document, FormField field) =>
        document.Array(field.Dictionary["Kids"]) is { } kids ? [.. kids.Items.OfType<PdfReference>()] : [field.Reference];
}
