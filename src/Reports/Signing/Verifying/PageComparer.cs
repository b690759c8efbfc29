using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>Compares pages: nothing on them may change but that the widget of a new signature field is added.</summary>
internal sealed class PageComparer(RevisionComparer comparer)
{
    private static readonly HashSet<string> Content = new(["Contents", "Resources", "MediaBox", "CropBox", "Rotate", "UserUnit", "Group"], StringComparer.Ordinal);

    public void Run()
    {
        var newFields = FormFields.Read(comparer.Now).Where(field => field.IsSignature).Select(field => field.Reference.Number).ToHashSet();
        var number = 0;
        foreach (var page in PageTree.Pages(comparer.Old))
        {
            number++;
            var before = comparer.Old.Dictionary(page)!;
            var changed = comparer.IsChanged(page.Number);
            if (!changed && !(before["Annots"] is PdfReference list && comparer.IsChanged(list.Number)))
            {
                continue;
            }

            comparer.Explain(page);
            comparer.ExplainList(before["Annots"]);
            if (comparer.Now.Dictionary(page) is not { } after)
            {
                comparer.Forbid(SignatureProblem.ContentReplaced, $"trang {Text(number)} bị thay");
                continue;
            }

            ComparePage(number, before, after);
            CompareAnnotations(number, before, after, newFields);
        }
    }

    private void ComparePage(int number, PdfDictionary before, PdfDictionary after)
    {
        foreach (var key in ValueComparer.Differences(comparer.Old, before, comparer.Now, after))
        {
            if (key is not "Annots")
            {
                comparer.Forbid(SignatureProblem.ContentReplaced, Content.Contains(key) ? $"nội dung trang {Text(number)} bị thay (/{key})" : $"trang {Text(number)} đổi /{key}");
            }
        }
    }

    private void CompareAnnotations(int number, PdfDictionary before, PdfDictionary after, HashSet<int> signatureFields)
    {
        var (old, now) = (comparer.Old.Array(before["Annots"])?.Items ?? [], comparer.Now.Array(after["Annots"])?.Items ?? []);
        if (now.Count < old.Count || !old.Zip(now).All(pair => comparer.Same(pair.First, pair.Second)))
        {
            comparer.Forbid(SignatureProblem.AnnotationChanged, $"chú thích có sẵn trên trang {Text(number)} bị gỡ hoặc thay");
            return;
        }

        foreach (var added in now.Skip(old.Count))
        {
            if (added is not PdfReference reference || !comparer.IsFresh(reference) || !signatureFields.Contains(reference.Number))
            {
                var kind = comparer.Now.Name(comparer.Now.Dictionary(added)?["Subtype"]) ?? "không rõ loại";
                comparer.Forbid(SignatureProblem.AnnotationChanged, $"thêm chú thích ({kind}) lên trang {Text(number)}");
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
