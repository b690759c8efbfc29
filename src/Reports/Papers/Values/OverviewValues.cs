using EmrSec.Dossiers;
using EmrSec.Reports.Templates;

namespace EmrSec.Reports.Papers.Values;

/// <summary>
/// The overview of a system: kind, scope, scale, whom it serves, its drawings, devices, services, zones
/// (12/2022/TT-BTTTT, Điều 8, khoản 3; 331/2026/NĐ-CP, Điều 22, khoản 3).
/// </summary>
/// <param name="request">What the paper is made of.</param>
internal sealed class OverviewValues(PaperRequest request)
{
    private static readonly string[] ToldElsewhere = ["system.function", "system.information"];
    private readonly ContentNeeds _needs = new(request.Assessment.Completeness);
    private readonly ModelPictures _pictures = new(request.Dossier.File);

    /// <summary>Adds a system's overview to its values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="system">The system.</param>
    public void Add(TemplateValues values, PaperSystem system)
    {
        var record = system.Record;
        values["function"] = Fact(system, "function", "loại hình hệ thống");
        values["information"] = Fact(system, "information", "loại thông tin xử lý");
        values["scope"] = Fact(system, "scope", "phạm vi");
        values["scale"] = Fact(system, "scale", "quy mô");
        values["served"] = Fact(system, "served", "đối tượng phục vụ");
        values["facts"] = FactValues.Of(record, ToldElsewhere);
        values["components"] = record.WithComponents().Skip(1).Select((component, index) => Component(component, record, index)).ToArray();
        values["logicalModels"] = Listed(_pictures.Of(record, "logical"), "mô hình lô-gic", "system.models.logical", system);
        values["physicalModels"] = Listed(_pictures.Of(record, "physical"), "mô hình vật lý", "system.models.physical", system);
        values["devices"] = Listed(InventoryValues.Devices(record), "danh mục thiết bị", "system.devices", system);
        values["services"] = Listed(InventoryValues.Services(record), "danh mục ứng dụng, dịch vụ", "system.services", system);
        values["zones"] = Listed(InventoryValues.Zones(record), "các vùng mạng", "system.zones", system);
    }

    private static TemplateValues Component(SystemRecord component, SystemRecord whole, int index) => new()
    {
        ["number"] = index + 1,
        ["name"] = component.Name,
        ["function"] = FactValues.Text(component, "system.function") ?? "",
        ["information"] = FactValues.Text(component, "system.information") ?? "",
        ["facts"] = FactValues.Of(component, whole, ToldElsewhere),
    };

    private object Fact(PaperSystem system, string key, string label) =>
        _needs.Given(FactValues.Text(system.Record, "system." + key), $"{label} của {system.Record.Name}", "system." + key);

    private object Listed(TemplateValues[] items, string label, string content, PaperSystem system) =>
        items.Length == 0 && _needs.Lacks(content, system) ? new AbsentValue($"{label} của {system.Record.Name}", _needs.Fill(content)) : items;
}
