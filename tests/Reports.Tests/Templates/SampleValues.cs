using EmrSec.Reports.Templates;

namespace EmrSec.Reports.Tests.Templates;

/// <summary>Values for the two papers.</summary>
internal static class SampleValues
{
    public static FillOptions Final { get; } = new() { Created = new DateTimeOffset(2026, 11, 5, 8, 0, 0, TimeSpan.FromHours(7)) };

    public static FillOptions Draft { get; } = Final with { IsDraft = true };

    public static TemplateValues Create(string facility = "Bệnh viện đa khoa mẫu", string regime = "nd331-2026") => new()
    {
        ["regime"] = regime,
        ["sender"] = new TemplateValues { ["superior"] = "Sở Y tế tỉnh mẫu", ["name"] = facility, ["heading"] = facility },
        ["newLaw"] = regime == "nd331-2026",
        ["subject"] = "Hệ thống bệnh án điện tử",
        ["systemNames"] = "Hệ thống bệnh án điện tử",
        ["level"] = 3,
        ["systems"] = new[] { new TemplateValues { ["name"] = "Hệ thống bệnh án điện tử", ["level"] = 3 } },
        ["functions"] = new AbsentValue(),
        ["paper"] = new TemplateValues
        {
            ["number"] = "05/QĐ-BV",
            ["place"] = "Bắc Ninh",
            ["date"] = new DateOnly(2026, 2, 5),
            ["recipients"] = new[] { "Công an tỉnh mẫu" },
            ["distribution"] = new[] { "Như trên", "Lưu: VT, CNTT" },
        },
        ["signer"] = new TemplateValues { ["titles"] = new[] { "Giám đốc" }, ["name"] = new AbsentValue("họ tên người ký", "mục operator.representative"), ["authority"] = "Giám đốc" },
        ["system"] = new TemplateValues { ["name"] = "Hệ thống bệnh án điện tử", ["level"] = 3, ["newProject"] = false },
        ["operator"] = new TemplateValues { ["name"] = facility, ["address"] = "Số 1 đường mẫu" },
        ["securityUnit"] = new TemplateValues { ["name"] = "Phòng Công nghệ thông tin" },
        ["submission"] = new TemplateValues { ["number"] = "02/TTr", ["date"] = new DateOnly(2026, 1, 12), ["body"] = facility },
        ["request"] = new TemplateValues { ["number"] = "01/CV", ["date"] = new DateOnly(2026, 1, 2), ["body"] = facility },
        ["attachments"] = new[] { new TemplateValues { ["name"] = "Thuyết minh", ["detail"] = "ngày 02/01/2026" } },
        ["opinion"] = new TemplateValues { ["isDeclared"] = true, ["number"] = "07/YK", ["date"] = new DateOnly(2026, 1, 9), ["body"] = "Công an tỉnh mẫu" },
        ["grounds"] = Array.Empty<string>(),
        ["documents"] = new[] { new TemplateValues { ["name"] = "Thuyết minh", ["file"] = "tm.pdf", ["issued"] = new DateOnly(2026, 1, 2) } },
        ["enforcers"] = new[] { "Phòng A", "Phòng B", "Phòng C" },
    };

    public static TemplateValues Signed(string facility = "Bệnh viện đa khoa mẫu", string regime = "nd331-2026")
    {
        var values = Create(facility, regime);
        values["signer"] = new TemplateValues { ["titles"] = new[] { "Giám đốc" }, ["name"] = "Người Ký Mẫu", ["authority"] = "Giám đốc" };
        return values;
    }
}
