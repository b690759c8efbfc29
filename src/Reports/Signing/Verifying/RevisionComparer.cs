using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>
/// Compares the file as it was signed with the file as it is now. What may change is listed; everything else is reported. Permitted are: a signature
/// put into an empty field of the form, a document time stamp, a new field for a signature that shows nowhere (or, in a file that nobody
/// certified, one that shows and is signed), and validation data (ISO 32000-2, 12.8.2.2; ETSI EN 319 142-1, 5.4).
/// </summary>
internal sealed class RevisionComparer
{
    private readonly PdfDocument _old;
    private readonly PdfDocument _now;
    private readonly ReferenceScan _scan;
    private readonly List<LaterChange> _changes = [];
    private readonly HashSet<int> _changed = [];
    private readonly HashSet<int> _fresh = [];
    private readonly HashSet<int> _explained = [];
    private readonly HashSet<int> _lists = [];

    private RevisionComparer(PdfDocument old, PdfDocument now, ReferenceScan scan) => (_old, _now, _scan) = (old, now, scan);

    /// <summary>Lists what changed between two revisions.</summary>
    /// <param name="old">The file as signed.</param>
    /// <param name="now">The file as it is.</param>
    /// <param name="scan">What was read of this file so far.</param>
    public static IReadOnlyList<LaterChange> Compare(PdfDocument old, PdfDocument now, ReferenceScan scan)
    {
        var comparer = new RevisionComparer(old, now, scan);
        try
        {
            comparer.Run();
        }
        catch (PdfFormatException e)
        {
            comparer.Forbid(SignatureProblem.UpdateMalformed, e.Message);
        }

        return comparer._changes;
    }

    private void Run()
    {
        var sections = UpdateTiling.Check(_old, _now);
        CompareTrailers(sections);
        FindChanges(sections);
        CompareCatalogs();
        new FormComparer(this).Run();
        CompareSecurityStores();
        new PageComparer(this).Run();
        foreach (var number in _changed.Except(_explained).Order())
        {
            Forbid(SignatureProblem.ContentReplaced, $"{ObjectWords.Describe(_old, number)} bị thay (đối tượng {Text(number)})");
        }

        CheckReferences();
        foreach (var number in _fresh.Order())
        {
            if (ActiveContent.Find(_now, number) is { } key)
            {
                Forbid(SignatureProblem.ActionAdded, $"đối tượng thêm sau chữ ký có nội dung hoạt động /{key} (đối tượng {Text(number)})");
            }
        }
    }

    /// <summary>The file as signed.</summary>
    public PdfDocument Old => _old;

    /// <summary>The file as it is.</summary>
    public PdfDocument Now => _now;

    public void Forbid(SignatureProblem problem, string words) => _changes.Add(new LaterChange(IsPermitted: false, problem, words));

    public void Permit(string words) => _changes.Add(new LaterChange(IsPermitted: true, SignatureProblem.None, words));

    /// <summary>Whether an object that the signed file had is another one now.</summary>
    public bool IsChanged(int number) => _changed.Contains(number);

    /// <summary>Whether an object is there now and was not when the file was signed.</summary>
    public bool IsFresh(PdfValue? value) => value is PdfReference reference && _fresh.Contains(reference.Number);

    /// <summary>Notes that a change was looked at, and was permitted or reported.</summary>
    public void Explain(PdfValue? value)
    {
        if (value is PdfReference reference)
        {
            _explained.Add(reference.Number);
        }
    }

    /// <summary>The same for an array or dictionary without a type of its own: it must play no second part in the signed file.</summary>
    public void ExplainList(PdfValue? value)
    {
        Explain(value);
        if (value is PdfReference reference && _changed.Contains(reference.Number))
        {
            _lists.Add(reference.Number);
        }
    }

    /// <summary>Whether two values say the same.</summary>
    public bool Same(PdfValue? old, PdfValue? now) => ValueComparer.Same(_old, old, _now, now);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void CompareTrailers(IReadOnlyList<XrefSection> sections)
    {
        foreach (var section in sections)
        {
            foreach (var key in new[] { "Root", "Info", "Encrypt" })
            {
                if (!Same(_old.Trailer[key], section.Trailer[key]))
                {
                    Forbid(SignatureProblem.ContentReplaced, $"trailer đổi /{key}");
                }
            }
        }
    }

    private void FindChanges(IReadOnlyList<XrefSection> sections)
    {
        foreach (var number in sections.SelectMany(section => section.Entries.Keys).Distinct())
        {
            var (before, after) = (_old.Locate(number), _now.Locate(number));
            if (number == 0 || before == after)
            {
                continue;
            }

            if (before.Kind == EntryKind.Free)
            {
                _fresh.Add(number);
            }
            else if (after.Kind == EntryKind.Free || before.Kind == EntryKind.InFile && after.Kind == EntryKind.InFile && before.Generation != after.Generation || !Same(Load(_old, number, before), Load(_now, number, after)))
            {
                _changed.Add(number);
            }
        }
    }

    private static PdfValue Load(PdfDocument document, int number, XrefEntry entry) => document.Load(number, entry.Kind == EntryKind.InFile ? entry.Generation : 0);

    private void CompareCatalogs()
    {
        var (before, after) = (_old.Catalog, _now.Catalog);
        Explain(_old.CatalogReference);
        foreach (var key in ValueComparer.Differences(_old, before, _now, after))
        {
            switch (key)
            {
                case "AcroForm" or "DSS":
                    break;
                case "Extensions" when before[key] is null && after[key] is PdfDictionary:
                    break;
                case "Perms":
                    Forbid(SignatureProblem.LateCertification, "quyền (chứng nhận) của tệp bị đổi sau chữ ký");
                    break;
                case "OpenAction" or "AA" or "Names":
                    Forbid(SignatureProblem.ActionAdded, $"danh mục của tệp đổi /{key} (hành động hoặc JavaScript khi mở)");
                    break;
                default:
                    Forbid(SignatureProblem.ContentReplaced, $"danh mục của tệp đổi /{key}");
                    break;
            }
        }
    }

    // ETSI EN 319 142-1, 5.4.2: certificates, OCSP answers and lists, by themselves or per signature. None of it shows.
    private void CompareSecurityStores()
    {
        var (before, after) = (_old.Catalog["DSS"], _now.Catalog["DSS"]);
        if (after is null)
        {
            return;
        }

        ExplainList(before);
        var store = _now.Dictionary(after);
        if (store is null || store.Entries.Keys.Any(key => key is not ("Type" or "Certs" or "OCSPs" or "CRLs" or "VRI")))
        {
            Forbid(SignatureProblem.ContentReplaced, "kho dữ liệu kiểm tra (DSS) có nội dung lạ");
            return;
        }

        var old = _old.Dictionary(before);
        foreach (var key in new[] { "Certs", "OCSPs", "CRLs", "VRI" })
        {
            ExplainList(old?[key]);
        }

        foreach (var entry in _old.Dictionary(old?["VRI"])?.Entries.Values ?? [])
        {
            ExplainList(entry);
        }

        if (!ValueComparer.Same(_old, old, _now, store) || (before is PdfReference reference && IsChanged(reference.Number)))
        {
            Permit("thêm dữ liệu kiểm tra lâu dài (DSS: chứng thư, OCSP, CRL)");
        }
    }

    // A number that pointed nowhere when the file was signed must not point at something now, and a list that was changed must have one owner.
    private void CheckReferences()
    {
        if (_fresh.Count == 0 && _lists.Count == 0)
        {
            return;
        }

        var owners = new Dictionary<int, int>();
        _scan.Visit(_old, number =>
        {
            if (_fresh.Contains(number))
            {
                throw new PdfFormatException($"phần đã ký trỏ tới đối tượng {Text(number)}, khi ký còn trống, nay được lấp vào");
            }

            if (_lists.Contains(number))
            {
                owners[number] = owners.GetValueOrDefault(number) + 1;
            }
        });
        if (owners.Any(owner => owner.Value > 1))
        {
            Forbid(SignatureProblem.ContentReplaced, "một danh sách bị đổi còn được dùng ở chỗ khác trong phần đã ký");
        }
    }
}
