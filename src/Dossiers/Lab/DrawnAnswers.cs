using System.Collections.Concurrent;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Requirements;

namespace EmrSec.Dossiers.Lab;

/// <summary>Draws answers to the requirements of the law that a dossier is judged by; small facilities have answered fewer.</summary>
internal sealed class DrawnAnswers
{
    private static readonly string[] How =
    [
        "Đã quy định trong Quy chế bảo đảm an toàn thông tin", "Có cấu hình và biên bản kiểm tra", "Nhà cung cấp dịch vụ bảo đảm theo hợp đồng", "Đã tập huấn cho người dùng",
        "Có quyết định phân công", "Thực hiện theo quy trình nội bộ", "Đã rà soát trong kỳ đánh giá gần nhất",
    ];

    private readonly ConcurrentDictionary<(string Regime, int Level), string[]> _ids = new();
    private readonly RulePackSet _packs;

    public DrawnAnswers(RulePackSet packs) => _packs = packs;

    public Tree Of(FacilityDraw draw)
    {
        var (lottery, answers) = (draw.Lottery, new Tree());
        var share = draw.Kind switch { "hospital" or "bedded-institute" => lottery.Between(40, 95), "polyclinic" => lottery.Between(20, 60), _ => lottery.Between(5, 35) };
        foreach (var id in Ids(draw))
        {
            if (lottery.Chance(share))
            {
                answers.Part(id, Answer(draw, lottery.Weighted((55, "met"), (20, "partial"), (22, "unmet"), (3, "not-applicable"))));
            }
        }

        return answers;
    }

    private static Tree Answer(FacilityDraw draw, string status)
    {
        var lottery = draw.Lottery;
        var answer = new Tree().Text("status", status);
        if (status is "met" or "partial")
        {
            answer.Text("how", lottery.Pick(How));
            if (lottery.Chance(60))
            {
                answer.Words("evidence", string.Create(CultureInfo.InvariantCulture, $"minh-chung-{lottery.Between(1, 9)}.pdf"))
                    .Day("validUntil", lottery.Chance(40) ? draw.AsOf.AddDays(lottery.Between(-120, 900)) : null);
            }
        }

        return status is "partial" or "unmet" && lottery.Chance(70)
            ? answer.Text("plan", "Bổ sung trong năm tới").Day("due", draw.AsOf.AddDays(lottery.Between(-150, 400))).Text("owner", "Bộ phận công nghệ thông tin")
            : answer;
    }

    private string[] Ids(FacilityDraw draw)
    {
        if (_packs.RegimeOn(draw.Approved ?? draw.Submitted ?? draw.AsOf) is not { } regime || _packs.RequirementsOf(regime, draw.AsOf) is not { } catalogue)
        {
            return [];
        }

        var key = (regime.Header.Id, Level: draw.Kind is "hospital" ? 3 : 2);
        return _ids.GetOrAdd(key, _ => [.. catalogue.Requirements.Where(requirement => requirement.At(key.Level) is not null && requirement.Kind != RequirementKind.Zone).Select(requirement => requirement.Id)]);
    }
}
