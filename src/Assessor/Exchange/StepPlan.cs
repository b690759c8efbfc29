using EmrSec.Assessor.Cases;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;
using EmrSec.Reports.Exchange;

namespace EmrSec.Assessor.Exchange;

/// <summary>A step that a package brings.</summary>
/// <param name="Rule">The step.</param>
/// <param name="Day">The day that counts.</param>
/// <param name="Reason">Why; null where nothing was said.</param>
/// <param name="Paper">The hash of its paper; null where it has none.</param>
internal sealed record NewStep(StepRule Rule, DateOnly Day, string? Reason, string? Paper);

/// <summary>
/// Which steps a package brings that are not known here. Each side takes only the other's steps from a package: a facility's package approves
/// nothing at the Department, and the Department's submits nothing for the facility.
/// </summary>
internal sealed class StepPlan(ExchangeManifest manifest, IReadOnlyList<CaseStep> known, Actor actor, DateOnly today)
{
    /// <summary>The new steps, the first first.</summary>
    /// <exception cref="RefusedException">They do not follow from where the case stands here.</exception>
    public IReadOnlyList<NewStep> New()
    {
        var theirs = manifest.Steps.Where(step => step.From is not null).Select(Read).ToList();
        var ours = known.Where(step => step.From is not null).ToList();
        for (var i = 0; i < Math.Min(theirs.Count, ours.Count); i++)
        {
            if (theirs[i].Rule.To != ours[i].To || theirs[i].Day != ours[i].Day)
            {
                throw new RefusedException("TD021", $"các bước của hồ sơ ở hai bên khác nhau từ bước {(i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}: ở đây «{CaseWords.State(ours[i].To)}» ngày {CaseText.Day(ours[i].Day)}, trong gói «{CaseWords.State(theirs[i].Rule.To)}» ngày {CaseText.Day(theirs[i].Day)}", "đối chiếu hồ sơ giữa hai nơi; chưa có gì được ghi");
            }
        }

        var brought = theirs.Skip(ours.Count).ToList();
        foreach (var step in brought)
        {
            Check(step);
        }

        return brought;
    }

    private void Check(NewStep step)
    {
        if ((step.Rule.Role is ActorRole.Facility) == (actor.Role is ActorRole.Facility))
        {
            throw new RefusedException("TD022", $"gói mang bước «{step.Rule.Title}», là việc của chính bên nhận nên không nhận từ gói", "bên nhận tự làm bước này; chưa có gì được ghi");
        }

        if (step.Day > today)
        {
            throw new RefusedException("TD022", $"bước «{step.Rule.Title}» trong gói ghi ngày {CaseText.Day(step.Day)} chưa đến (hôm nay {CaseText.Day(today)})", "kiểm tra ngày của máy; báo nơi gửi");
        }
    }

    private static NewStep Read(ExchangeStep step)
    {
        var rule = StepTable.All.FirstOrDefault(rule => string.Equals(CaseWords.Word(rule.To), step.To, StringComparison.Ordinal) && rule.From.Any(from => string.Equals(CaseWords.Word(from), step.From, StringComparison.Ordinal)));
        return rule is null
            ? throw new RefusedException("TD022", $"trong gói có bước từ «{step.From}» sang «{step.To}», luật không có bước này", "không nhập gói này; báo nơi gửi")
            : new NewStep(rule, step.Day, step.Reason, step.Paper);
    }
}
