using EmrSec.Dossiers.Changes;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Cases;

/// <summary>What changed in a dossier, as people read it.</summary>
internal sealed class ChangeWords(RulePackSet packs)
{
    private const int Longest = 160;

    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["facility"] = "Cơ sở",
        ["milestones"] = "Mốc thời gian",
        ["owner"] = "Chủ quản",
        ["operator"] = "Đơn vị vận hành",
        ["securityUnit"] = "Đơn vị chuyên trách",
        ["systems"] = "Hệ thống",
        ["documents"] = "Tài liệu hồ sơ",
        ["papers"] = "Văn bản",
        ["answers"] = "Trả lời yêu cầu",
        ["processing"] = "Quá trình xử lý",
        ["zones"] = "vùng mạng",
        ["devices"] = "thiết bị",
        ["services"] = "dịch vụ",
        ["models"] = "sơ đồ",
        ["proposedLevel"] = "cấp độ đề xuất",
        ["mainRisks"] = "rủi ro chính",
        ["status"] = "tình trạng",
        ["how"] = "cách thực hiện",
        ["evidence"] = "minh chứng",
        ["validUntil"] = "hiệu lực đến",
        ["plan"] = "kế hoạch",
        ["due"] = "hạn",
        ["name"] = "tên",
        ["file"] = "tệp",
        ["issued"] = "ngày ban hành",
        ["issuedBy"] = "nơi ban hành",
        ["approvedBy"] = "người phê duyệt",
        ["number"] = "số",
        ["date"] = "ngày",
        ["overview"] = "thuyết minh tổng quan",
        ["design"] = "tài liệu thiết kế",
        ["levelExplanation"] = "thuyết minh cấp độ",
        ["protectionPlan"] = "phương án bảo đảm",
        ["securityUnitOpinion"] = "ý kiến chuyên môn",
        ["securityRegulation"] = "Quy chế",
        ["representative"] = "người đại diện",
        ["title"] = "chức danh",
        ["address"] = "địa chỉ",
        ["phone"] = "điện thoại",
        ["email"] = "thư điện tử",
    };

    /// <summary>One line: what, from what, to what.</summary>
    public string Line(RevisionChange change) => (change.Before, change.Now) switch
    {
        (null, { } now) => $"{Place(change.Address)}: thêm «{Shorten(now)}»",
        ({ } before, null) => $"{Place(change.Address)}: bỏ «{Shorten(before)}»",
        var (before, now) => $"{Place(change.Address)}: «{Shorten(before!)}» → «{Shorten(now!)}»",
    };

    /// <summary>A place as people read it, with its address.</summary>
    public string Place(string address)
    {
        var words = Words(address);
        return string.Equals(words, address, StringComparison.Ordinal) ? address : $"{words} [{address}]";
    }

    private string Words(string address)
    {
        var dot = address.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return Keys.GetValueOrDefault(address, address);
        }

        var (section, rest) = (address[..dot], address[(dot + 1)..]);
        return section switch
        {
            "facility" or "milestones" => packs.Facts.Find(address)?.Label ?? Each(address),
            "answers" => Answer(rest),
            "systems" => System(rest),
            _ => Each(address),
        };
    }

    private string System(string rest)
    {
        var dot = rest.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? $"Hệ thống «{rest}»"
            : $"Hệ thống «{rest[..dot]}», {packs.Facts.Find("system." + rest[(dot + 1)..])?.Label ?? Each(rest[(dot + 1)..])}";
    }

    // An id has points of its own (tt12.m.1.1.1): what is behind the last one is a key only where it is one of an answer.
    private string Answer(string rest)
    {
        var dot = rest.LastIndexOf('.');
        var isKey = dot > 0 && rest[(dot + 1)..] is "status" or "how" or "evidence" or "validUntil" or "plan" or "due" or "owner";
        var id = isKey ? rest[..dot] : rest;
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        var requirement = packs.Requirements.Select(catalogue => catalogue.Ids.Contains(id[(slash + 1)..]) ? catalogue.Find(id[(slash + 1)..]) : null).FirstOrDefault(found => found is not null);
        var of = slash > 0 ? $" của «{id[..slash]}»" : "";
        return $"Yêu cầu «{requirement?.Title ?? id}»{of}{(isKey ? $", {Keys.GetValueOrDefault(rest[(dot + 1)..], rest[(dot + 1)..])}" : "")}";
    }

    private static string Each(string address) => string.Join(", ", address.Split('.').Select(key => Keys.GetValueOrDefault(key, key)));

    private static string Shorten(string value)
    {
        var line = value.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest), "…");
    }
}
