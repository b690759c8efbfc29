using EmrSec.Dossiers.Checks;
using EmrSec.Dossiers.Editing;
using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks.Sheets;
using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks;

/// <summary>
/// Reads a workbook back that Excel, LibreOffice or WPS saved. Only what a person changed in it is changed in the dossier; everything else
/// stays as it is written. Made for hostile files: nothing is run, nothing outside is read, sizes are bounded.
/// </summary>
public sealed class WorkbookReader
{
    private readonly RulePackSet _packs;

    /// <summary>Makes a reader.</summary>
    /// <param name="packs">The law: its facts, and the requirements that answers must be to.</param>
    public WorkbookReader(RulePackSet packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        _packs = packs;
    }

    /// <summary>Reads a workbook.</summary>
    /// <param name="workbook">The file; must be able to seek.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="onto">The text of the dossier that the changes are laid onto; null = the one that the workbook was made from.</param>
    /// <param name="ontoFile">That dossier's name, for messages.</param>
    /// <returns>The dossier as it is to be, or what is wrong.</returns>
    public WorkbookReading Read(Stream workbook, string file, string? onto = null, string ontoFile = "dossier.yaml")
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(ontoFile);
        var diagnostics = new DiagnosticBag();
        try
        {
            return Read(XlsxReader.Read(workbook), file, onto, ontoFile, diagnostics);
        }
        catch (XlsxRefusedException e)
        {
            diagnostics.Error(e.Code, SourcePosition.Whole(file), e.Message, e.Help);
            return new WorkbookReading(null, [], [], diagnostics);
        }
    }

    private WorkbookReading Read(ReadBook book, string file, string? onto, string ontoFile, DiagnosticBag diagnostics)
    {
        var nothing = new WorkbookReading(null, [], [], diagnostics);
        var sheets = Keyed(book, file, diagnostics);
        if (!sheets.TryGetValue(SheetKeys.Carrier, out var carrierSheet))
        {
            throw sheets.Count == 0
                ? new XlsxRefusedException("BT009", "sổ tính này không do emrsec dossier workbook lập: không có trang nào mang khoá của EmrSec", "lập sổ bằng emrsec dossier workbook rồi điền vào đó")
                : new XlsxRefusedException("BT010", $"sổ không còn trang ẩn «{Carrier.SheetName}» mang hồ sơ gốc", "lập lại sổ từ hồ sơ rồi chép các ô đã điền sang");
        }

        var carrier = Carrier.Read(carrierSheet);
        if (Root(carrier.Dossier, file, diagnostics) is not { } origin || Root(onto ?? carrier.Dossier, onto is null ? file : ontoFile, diagnostics) is not { } ours)
        {
            return nothing;
        }

        var scope = new ImportScope(file, origin, book.From1904, diagnostics);
        SheetLayout.Compare(carrier.Layout, sheets, scope, file);
        ReadSheets(sheets, scope);
        var joined = onto is null ? scope.Draft : Join(origin, ours, scope.Draft, file, diagnostics);
        if (diagnostics.HasErrors)
        {
            return nothing;
        }

        var edited = TreeEditor.Write(onto ?? carrier.Dossier, ours, joined, _packs.Facts);
        var words = new ChangeWords(_packs.Facts);
        return Check(edited.Text, file, diagnostics)
            ? new WorkbookReading(edited.Text, [.. TreeChanges.Between(ours, joined).Select(change => words.Say(change, ours, joined))], edited.LostComments, diagnostics)
            : nothing;
    }

    private static Dictionary<string, KeyedSheet> Keyed(ReadBook book, string file, DiagnosticBag diagnostics)
    {
        var sheets = new Dictionary<string, KeyedSheet>(StringComparer.Ordinal);
        foreach (var sheet in book.Sheets)
        {
            if (KeyedSheet.Of(sheet) is { } keyed && !sheets.TryAdd(keyed.Key, keyed))
            {
                diagnostics.Error("BT020", SourcePosition.Whole($"{file}: {sheet.Name}"), $"trang này là bản chép của trang «{sheets[keyed.Key].Sheet.Name}»; không biết lấy trang nào", "xoá một trong hai trang");
            }
        }

        return sheets;
    }

    private YamlMapping? Root(string text, string file, DiagnosticBag diagnostics)
    {
        var read = new DossierReader(_packs.Facts).ReadText(text, file);
        foreach (var finding in read.Diagnostics.Items.Where(finding => finding.Severity == DiagnosticSeverity.Error))
        {
            diagnostics.Add(finding);
        }

        return read.Source;
    }

    private void ReadSheets(Dictionary<string, KeyedSheet> sheets, ImportScope scope)
    {
        Read(SheetKeys.Facility, sheet => FacilitySheet.Read(sheet, scope, _packs.Facts));
        Read(SheetKeys.Systems, sheet => SystemsSheet.Read(sheet, scope, _packs.Facts));
        foreach (var kind in PartKind.All)
        {
            Read(kind.Key, sheet => PartsSheet.Read(kind, sheet, scope), hasFreeRows: true);
        }

        Read(SheetKeys.Requirements, sheet => RequirementsSheet.Read(sheet, scope));
        Read(SheetKeys.Documents, sheet => DocumentsSheet.Read(sheet, scope));
        Read(SheetKeys.Evidence, sheet => EvidenceSheet.Read(sheet, scope), hasFreeRows: true);

        void Read(string key, Action<KeyedSheet> read, bool hasFreeRows = false)
        {
            if (!sheets.TryGetValue(key, out var sheet))
            {
                return;
            }

            foreach (var (doubled, row) in hasFreeRows ? [] : sheet.Doubled)
            {
                scope.Diagnostics.Error("BT020", scope.Place(sheet, new CellAddress(row, 1)), $"dòng «{doubled}» có hai lần (dòng {sheet.Row(doubled).ToString(CultureInfo.InvariantCulture)} và dòng {row.ToString(CultureInfo.InvariantCulture)})", "xoá dòng chép thừa");
            }

            var strays = sheet.Strays(rowsToo: !hasFreeRows).ToList();
            if (strays.Count > 0)
            {
                scope.Diagnostics.Warning("BT018", scope.Place(sheet, strays[0]), $"{strays.Count.ToString(CultureInfo.InvariantCulture)} ô nằm ngoài bảng, không thuộc mục nào nên không nhập: {string.Join(", ", strays.Take(6))}{(strays.Count > 6 ? ", …" : "")}", "chuyển nội dung vào ô của mục tương ứng");
            }

            read(sheet);
        }
    }

    private YamlMapping Join(YamlMapping origin, YamlMapping ours, YamlMapping draft, string file, DiagnosticBag diagnostics)
    {
        var (tree, conflicts) = TreeMerge.Join(origin, ours, draft);
        var words = new ChangeWords(_packs.Facts);
        foreach (var conflict in conflicts)
        {
            var (here, there) = (words.Say(new TreeChange(conflict.Path, conflict.Base, conflict.Ours), ours, draft), words.Say(new TreeChange(conflict.Path, conflict.Base, conflict.Theirs), ours, draft));
            diagnostics.Error("BT027", SourcePosition.Whole(file), $"«{here.Where}»: cả hồ sơ và sổ đều đã đổi từ «{here.Before ?? "chưa khai"}»; hồ sơ: «{here.After ?? "không khai"}», sổ: «{there.After ?? "không khai"}»", "sửa cho hai bên giống nhau rồi nhập lại");
        }

        return tree;
    }

    // Whatever was typed into cells, the dossier that is written can be read.
    private bool Check(string text, string file, DiagnosticBag diagnostics)
    {
        var read = new DossierReader(_packs.Facts).ReadText(text, file);
        if (read.Dossier is { } dossier)
        {
            AnswerChecks.CheckNames(dossier, _packs, read.Diagnostics);
        }

        foreach (var finding in read.Diagnostics.Items.Where(finding => finding.Severity == DiagnosticSeverity.Error))
        {
            diagnostics.Error("BT028", SourcePosition.Whole(file), $"hồ sơ ghi ra từ sổ có lỗi {finding.Code}: {finding.Message}", finding.Help);
        }

        return !diagnostics.HasErrors;
    }
}
