using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Workbooks.Fields;
using EmrSec.Dossiers.Workbooks.Sheets;
using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Assessments;

namespace EmrSec.Dossiers.Workbooks;

/// <summary>
/// Makes an Excel workbook (ECMA-376, .xlsx) in which a person fills in a dossier: a sheet for each part of it, drop-downs, help at each
/// cell, headings locked. The dossier it is made from goes along in a hidden sheet, so that what the sheets do not show is not lost.
/// </summary>
public static class WorkbookWriter
{
    private const string ListSheet = "Danh mục";

    /// <summary>Writes a workbook.</summary>
    /// <param name="output">Where it goes; stays open.</param>
    /// <param name="text">The dossier's text, without byte-order mark.</param>
    /// <param name="read">What was read from that text: a dossier without errors.</param>
    /// <param name="catalogue">The facts there are; questions, choices and help are its words.</param>
    /// <param name="assessment">Its assessment, for the requirements of its levels; null where no law judges it.</param>
    /// <param name="created">When it is made, by Vietnam's clock.</param>
    /// <exception cref="ArgumentException">There is no dossier.</exception>
    public static void Write(Stream output, string text, DossierReadResult read, FactCatalogue catalogue, Assessment? assessment, DateTimeOffset created)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(catalogue);
        if (read is not { Dossier: { } dossier, Source: { } root })
        {
            throw new ArgumentException("there is no dossier", nameof(read));
        }

        var lists = new ChoiceLists(ListSheet);
        List<SheetPlan> sheets =
        [
            GuideSheet.Plan(dossier, assessment, created),
            FacilitySheet.Plan(root, catalogue, lists),
            SystemsSheet.Plan(root, catalogue, lists),
            .. PartKind.All.Select(kind => PartsSheet.Plan(kind, root, lists)),
            RequirementsSheet.Plan(read, assessment, lists),
            DocumentsSheet.Plan(root, lists),
            EvidenceSheet.Plan(root, lists),
        ];
        var carrier = new Carrier(text, SheetLayout.Of(sheets)).Plan();
        XlsxWriter.Write(output, [.. sheets, lists.Sheet(), carrier], $"Hồ sơ đề xuất cấp độ – {dossier.FacilityName ?? "chưa khai tên cơ sở"}", created);
    }
}
