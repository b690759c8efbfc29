using EmrSec.Dossiers;
using EmrSec.Reports.Templates;

namespace EmrSec.Reports.Papers.Values;

/// <summary>The devices, services and network zones of a system and of its components; those of a component stand under its name.</summary>
internal static class InventoryValues
{
    /// <summary>The devices.</summary>
    /// <param name="system">The system.</param>
    public static TemplateValues[] Devices(SystemRecord system) => Rows(system, part => part.Devices, device => new TemplateValues
    {
        ["name"] = device.Name,
        ["type"] = Given(device.Type, $"loại thiết bị của {device.Name}", "devices[].type"),
        ["place"] = Given(device.Place, $"nơi đặt {device.Name}", "devices[].place"),
        ["purpose"] = Given(device.Purpose, $"mục đích sử dụng của {device.Name}", "devices[].purpose"),
        ["main"] = device.IsMain == true ? "có" : "",
        ["redundancy"] = device.Redundancy switch
        {
            null => "",
            DeviceRedundancy.None => "không có",
            DeviceRedundancy.Cold => "dự phòng nguội",
            DeviceRedundancy.Hot => "dự phòng nóng",
            _ => "có",
        },
    });

    /// <summary>The applications and services.</summary>
    /// <param name="system">The system.</param>
    public static TemplateValues[] Services(SystemRecord system) => Rows(system, part => part.Services, service => new TemplateValues
    {
        ["name"] = service.Name,
        ["server"] = Given(service.Server, $"máy chủ của {service.Name}", "services[].server"),
        ["place"] = Given(service.Place, $"nơi đặt {service.Name}", "services[].place"),
        ["os"] = Given(service.OperatingSystem, $"hệ điều hành của {service.Name}", "services[].os"),
        ["purpose"] = Given(service.Purpose, $"mục đích sử dụng của {service.Name}", "services[].purpose"),
    });

    /// <summary>The network zones with their addresses.</summary>
    /// <param name="system">The system.</param>
    public static TemplateValues[] Zones(SystemRecord system) => Rows(system, part => part.Zones, zone => new TemplateValues
    {
        ["name"] = zone.Name,
        ["kind"] = zone.Kind is { } kind ? Kind(kind) : new AbsentValue($"loại của {zone.Name}", "mục zones[].kind của hệ thống"),
        ["privateIp"] = zone.PrivateIp ?? (zone.PublicIp is null ? new AbsentValue($"địa chỉ IP của {zone.Name}", "mục zones[].privateIp của hệ thống") : (object)""),
        ["publicIp"] = zone.PublicIp ?? "",
    });

    // A row of a part's name stands before what the part has, where more than one part has anything.
    private static TemplateValues[] Rows<T>(SystemRecord system, Func<SystemRecord, IReadOnlyList<T>> items, Func<T, TemplateValues> values)
    {
        var rows = new List<TemplateValues>();
        var parts = system.WithComponents().Where(part => items(part).Count > 0).ToList();
        var number = 0;
        foreach (var part in parts)
        {
            var isNamed = parts.Count > 1 || !ReferenceEquals(part, system);
            foreach (var (index, item) in items(part).Index())
            {
                var row = values(item);
                row["number"] = ++number;
                row["part"] = isNamed && index == 0 ? part.Name : new AbsentValue();
                rows.Add(row);
            }
        }

        return [.. rows];
    }

    private static object Given(string? text, string label, string key) => text ?? (object)new AbsentValue(label, $"mục {key} của hệ thống");

    // The names of 12/2022/TT-BTTTT, Phụ lục I–V, mục II.1.a.
    private static string Kind(ZoneKind kind) => kind switch
    {
        ZoneKind.Internal => "vùng mạng nội bộ",
        ZoneKind.Border => "vùng mạng biên",
        ZoneKind.Dmz => "vùng DMZ",
        ZoneKind.InternalServers => "vùng máy chủ nội bộ",
        ZoneKind.Wireless => "vùng mạng không dây",
        ZoneKind.Database => "vùng mạng máy chủ cơ sở dữ liệu",
        ZoneKind.Management => "vùng quản trị",
        _ => "vùng quản trị thiết bị hệ thống",
    };
}
