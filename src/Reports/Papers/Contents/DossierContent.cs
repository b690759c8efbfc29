using EmrSec.Reports.Papers.Values;
using EmrSec.Reports.Templates;

namespace EmrSec.Reports.Papers.Contents;

/// <summary>
/// The whole hồ sơ đề xuất cấp độ: overview, level proposal, protection plan, annexes (85/2016/NĐ-CP, Điều 15; 12/2022/TT-BTTTT, Điều 8;
/// 331/2026/NĐ-CP, Điều 21 và Điều 22).
/// </summary>
internal sealed class DossierContent : PaperContent
{
    public override string? WhyNot(PaperRequest request) => request.Systems.Count == 0 ? "hồ sơ chưa khai hệ thống thông tin nào" : null;

    public override void AddValues(TemplateValues values, PaperRequest request)
    {
        var overview = new OverviewValues(request);
        var argument = new ArgumentValues(request);
        values["law"] = request.Assessment.Regime.Header.Document.Number;
        values["catalogue"] = request.Assessment.Catalogue is { } catalogue
            ? new TemplateValues { ["cite"] = catalogue.Header.Document.Cite, ["standard"] = catalogue.Standard }
            : new AbsentValue(DossierGaps.NoCatalogue(request), DossierGaps.WhereCatalogue);
        values["chapters"] = request.Systems.Select((system, index) => Chapter(system, index)).ToArray();
        values["roadmap"] = RoadmapValues.Plans(request);
        values["evidence"] = RoadmapValues.Evidence(request);

        TemplateValues Chapter(PaperSystem system, int index)
        {
            var chapter = SystemValues.Of(system);
            chapter["number"] = index + 1;
            overview.Add(chapter, system);
            argument.Add(chapter, system);
            PlanValues.Add(chapter, system, request.Assessment.Catalogue?.PlanParts ?? []);
            return chapter;
        }
    }

    public override void Check(PaperGate gate, PaperRequest request)
    {
        gate.NeedsLevels();
        gate.NeedsContents(except: DossierGaps.IsOfAnswers);
        new DossierGaps(request).Check(gate);
        gate.ComparesLevels();
    }

    public override IReadOnlyDictionary<string, NamedFigure> Figures(PaperRequest request) => new ModelPictures(request.Dossier.File).All(request.Systems);
}
