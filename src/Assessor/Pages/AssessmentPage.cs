using EmrSec.Dossiers;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Pages;

/// <summary>An assessment as one page: levels with their grounds, deadlines, and what to answer next.</summary>
internal static class AssessmentPage
{
    public static Page Build(Dossier dossier, Assessment assessment, FactCatalogue facts)
    {
        var page = new Page();
        WriteHead(page, dossier, assessment, facts);
        LevelSection.Write(page, assessment);
        ObligationSection.Write(page, assessment);
        ProcedureSection.WriteDuties(page, assessment);
        WriteQuestions(page, assessment);
        RequirementSection.Write(page, assessment);
        CompletenessSection.Write(page, assessment);
        return page;
    }

    private static void WriteHead(Page page, Dossier dossier, Assessment assessment, FactCatalogue facts)
    {
        page.Head(1, $"ĐÁNH GIÁ CẤP ĐỘ VÀ THỜI HẠN, ngày {FactText.Date(assessment.AsOf)}");
        var code = dossier.FacilityCode is { } known ? $" (mã {known})" : "";
        page.Item(0, "Cơ sở: ", dossier.FacilityName is { } name ? new Span(name, Tone.Strong) : new Span("chưa khai tên", Tone.Warn), code);
        var described = FacilityWords.Describe(facts, dossier.Facility);
        if (described.Count > 0)
        {
            page.Item(0, "       ", string.Join(" · ", described));
        }

        var regime = assessment.Regime.Header;
        page.Item(0, "Luật: ", $"{regime.Document.Number} (gói {regime.Id} {regime.Version}, hiệu lực {DeadlineWords.InForce(regime.InForce)}): {assessment.Choice.Why}");
        page.Item(0, "Cấp độ cao nhất của cơ sở: ", FacilityLevel(assessment));
        foreach (var notice in assessment.Regime.Notices.Where(notice => notice.From <= assessment.AsOf))
        {
            page.Item(0, "Lưu ý: ", new Span(notice.Text, Tone.Warn));
        }

        page.Blank();
    }

    private static Span FacilityLevel(Assessment assessment)
    {
        if (assessment.Systems.Count == 0)
        {
            return new Span("hồ sơ chưa có hệ thống nào", Tone.Warn);
        }

        return assessment.FacilityLevel is { } level ? new Span($"cấp độ {level}", Tone.Strong)
            : assessment.Systems.Any(system => system.Missing.Count > 0) ? new Span("còn tuỳ các dữ kiện chưa khai", Tone.Warn)
            : new Span("chưa xác định: không tiêu chí nào được đáp ứng", Tone.Bad);
    }

    private static void WriteQuestions(Page page, Assessment assessment)
    {
        page.Head(2, "3. CÒN PHẢI TRẢ LỜI");
        if (assessment.Questions.Count == 0)
        {
            page.Line(new Span("Không còn câu hỏi nào làm thay đổi cấp độ hay thời hạn.", Tone.Good));
            return;
        }

        page.Line($"{assessment.Questions.Count} câu, câu quyết định nhiều nhất trước; trả lời câu trên có thể làm câu dưới thành thừa. Được hỏi lần lượt: emrsec dossier ask <tệp hồ sơ>");
        for (var i = 0; i < assessment.Questions.Count; i++)
        {
            var question = assessment.Questions[i];
            var about = question.System is null ? "" : $"[{question.System.Name}] ";
            page.Item(0, $"{i + 1,3}. ", new Span(about, Tone.Strong), question.Fact.Question, new Span($"  ({question.Fact.Id}{Settles(question)})", Tone.Muted));
        }
    }

    private static string Settles(OpenQuestion question) => question.Settles > 1 ? $"; liên quan {question.Settles} kết quả" : "";
}
