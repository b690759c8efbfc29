using System.Text.Json;
using EmrSec.Assessor.Json;
using EmrSec.Dossiers.Reassessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Reassessments;

/// <summary>The transition of a whole province, for people and as JSON.</summary>
internal static class TransitionSection
{
    public static void Write(Page page, ProvinceTransition transition)
    {
        page.Head(2, $"6. CHUYỂN TIẾP TỪ {transition.From} SANG {transition.To}");
        page.Line($"{Number(transition.Facilities.Count)} hồ sơ phải chuyển tiếp; {Number(transition.Settled)} hồ sơ đã theo luật mới hoặc không có gì phải chuyển");
        page.Table(
            [$"Cấp độ theo {transition.From}", $"Cấp độ theo {transition.To}", "Số hồ sơ"],
            [.. transition.Levels.Select(row => (IReadOnlyList<Span>)[Level(row.Before), row.Before == row.After ? new Span(Level(row.After)) : new Span(Level(row.After), Tone.Warn), Number(row.Count)])]);
        page.Table(
            ["Việc phải xong", "Hạn", "Đã xong", "Chưa xong", "Chưa rõ"],
            [.. transition.Due.Select(row => (IReadOnlyList<Span>)[row.Due.Title, row.Due.Due is { } due ? FactText.Date(due) : "–", Number(Done(row.Counts)), Number(Open(row.Counts)), Number(row.Counts.GetValueOrDefault(ObligationStatus.Unknown))])]);
        page.Item(0, "Yêu cầu của mọi hệ thống: ", $"mang sang {Sum(transition, each => each.CarriedOver)}, siết chặt {Sum(transition, each => each.Tightened)}, mới {Sum(transition, each => each.New)}; yêu cầu cũ bỏ {Sum(transition, each => each.Dropped)}");
        page.Blank();
    }

    public static void Write(Utf8JsonWriter json, ProvinceTransition transition)
    {
        json.WriteStartObject("transition");
        json.WriteString("from", transition.From);
        json.WriteString("to", transition.To);
        json.WriteNumber("facilities", transition.Facilities.Count);
        json.WriteNumber("settled", transition.Settled);
        json.WriteList("levels", transition.Levels, row =>
        {
            Number(json, "before", row.Before);
            Number(json, "after", row.After);
            json.WriteNumber("count", row.Count);
        });
        json.WriteList("due", transition.Due, row =>
        {
            json.WriteString("id", row.Due.Id);
            json.WriteString("title", row.Due.Title);
            json.WriteString("due", row.Due.Due is { } due ? ReassessmentJson.Iso(due) : null);
            foreach (var (status, count) in row.Counts.OrderBy(pair => pair.Key))
            {
                json.WriteNumber(status.Contract(), count);
            }
        });
        json.WriteStartObject("requirements");
        json.WriteNumber("carriedOver", transition.Facilities.Sum(each => (long)each.CarriedOver));
        json.WriteNumber("tightened", transition.Facilities.Sum(each => (long)each.Tightened));
        json.WriteNumber("new", transition.Facilities.Sum(each => (long)each.New));
        json.WriteNumber("dropped", transition.Facilities.Sum(each => (long)each.Dropped));
        json.WriteEndObject();
        json.WriteList("levelChanged", transition.Facilities.Where(each => each.Changed.Count > 0), each =>
        {
            json.WriteString("case", each.Case.ToString());
            json.WriteString("name", each.Name);
            Number(json, "before", each.Before);
            Number(json, "after", each.After);
            json.WriteString("systems", string.Join("; ", each.Changed));
        });
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static int Done(IReadOnlyDictionary<ObligationStatus, int> counts) => counts.GetValueOrDefault(ObligationStatus.Met) + counts.GetValueOrDefault(ObligationStatus.MetLate);

    private static int Open(IReadOnlyDictionary<ObligationStatus, int> counts) =>
        counts.GetValueOrDefault(ObligationStatus.Overdue) + counts.GetValueOrDefault(ObligationStatus.DueSoon) + counts.GetValueOrDefault(ObligationStatus.Pending);

    private static string Sum(ProvinceTransition transition, Func<FacilityTransition, int> of) => ReassessmentPage.Number(transition.Facilities.Sum(each => (long)of(each)));

    private static string Number(int number) => ReassessmentPage.Number(number);

    private static string Level(int? level) => level is { } known ? Number(known) : "chưa chắc chắn";
}
