using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Completeness;

/// <summary>Devices without a stand-by, services on servers that are not listed, names used twice.</summary>
internal sealed class DeviceConsistency(CompletenessInput input, ConsistencyFindings findings)
{
    private readonly List<SheetPart> _devices = AllDevices(input.Sheet);

    public void Run()
    {
        var systems = new Dictionary<string, SystemSheet>(StringComparer.Ordinal);
        var names = DeviceNames.Of(_devices);
        for (var i = 0; i < input.Systems.Count; i++)
        {
            var sheet = input.Sheet.Systems[i];
            foreach (var member in sheet.Members())
            {
                foreach (var device in member.Devices)
                {
                    Redundancy(input.Systems[i], device);
                }

                foreach (var service in member.Services)
                {
                    Server(input.Systems[i], service, names);
                }

                Twice(input.Systems[i], "vùng mạng", member.Zones);
                Twice(input.Systems[i], "thiết bị", member.Devices);
                Twice(input.Systems[i], "ứng dụng, dịch vụ", member.Services);
                if (!systems.TryAdd(DeviceNames.Even(member.Name), member))
                {
                    var first = systems[DeviceNames.Even(member.Name)].Id;
                    findings.Add(ConsistencyChecks.DuplicateName, input.Systems[i], ConsistencySeverity.Warning, $"hệ thống {member.Id} trùng tên với {first}: «{member.Name}»", member.Form.Position, "đặt tên khác nhau, hoặc bỏ một mục nếu khai hai lần");
                }
            }
        }
    }

    private void Redundancy(LevelResult system, SheetPart device)
    {
        if (!findings.Has(ConsistencyChecks.Redundancy))
        {
            return;
        }

        // The level the plan must meet for certain; a dossier may propose a higher one than the law gives.
        var least = system.System.ProposedLevel is { } proposed && (system.AtLeast is null || proposed > system.AtLeast) ? proposed : system.AtLeast;
        if (least is { } certain && RuleAt(certain, device) is { } rule && Judge(system, device, rule, isCertain: true))
        {
            return;
        }

        for (var level = (least ?? 0) + 1; level <= system.AtMost; level++)
        {
            if (RuleAt(level, device) is { } higher && Judge(system, device, higher, isCertain: false))
            {
                return;
            }
        }
    }

    private RedundancyRule? RuleAt(int level, SheetPart device)
    {
        foreach (var rule in input.Law.Redundancy)
        {
            if (LevelNeed.Has(rule.Levels, level) && Covers(rule, device))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>Says what a device lacks; false where it lacks nothing.</summary>
    private bool Judge(LevelResult system, SheetPart device, RedundancyRule rule, bool isCertain)
    {
        var word = rule.Hot ? "dự phòng nóng" : "dự phòng";
        var says = Declared(device) switch
        {
            null => $"chưa khai {device.Name} có {word} hay không",
            "none" or "false" => $"{device.Name} không có {word}",
            "cold" when rule.Hot => $"{device.Name} chỉ có dự phòng nguội, cấp độ này cần dự phòng nóng",
            "true" when rule.Hot => $"{device.Name} có dự phòng, chưa khai là nóng hay nguội; cấp độ này cần dự phòng nóng",
            _ => null,
        };
        if (says is null)
        {
            return false;
        }

        var unknown = Declared(device) is null or "true";
        var condition = isCertain ? "" : $", nếu là {LevelNeed.Say(rule.Levels)}";
        findings.Add(
            ConsistencyChecks.Redundancy,
            system,
            !isCertain ? ConsistencySeverity.Note : unknown ? ConsistencySeverity.Warning : ConsistencySeverity.Error,
            says + condition,
            device.Position,
            unknown ? "khai redundant: hot (nóng), cold (nguội) hoặc none (không có) cho thiết bị ấy" : $"đưa {word} của thiết bị ấy vào phương án và kế hoạch đầu tư, có hạn và người chịu trách nhiệm",
            rule.Citation.ToString());
        return true;
    }

    /// <summary>A device that several systems share is described once: whichever mention says so counts.</summary>
    private string? Declared(SheetPart device)
    {
        if (device["redundant"] is { } own)
        {
            return own;
        }

        foreach (var other in _devices)
        {
            if (other["redundant"] is { } declared && string.Equals(DeviceNames.Even(other.Name), DeviceNames.Even(device.Name), StringComparison.Ordinal))
            {
                return declared;
            }
        }

        return null;
    }

    private static bool Covers(RedundancyRule rule, SheetPart device)
    {
        var isMain = device["main"] is "true";
        return (isMain || rule.All)
            && ((rule.All && isMain) || rule.Types.Count == 0 || HasWord(device, rule.Types))
            && !HasWord(device, rule.ExceptTypes);
    }

    private static bool HasWord(SheetPart device, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (device["type"]?.Contains(word, StringComparison.OrdinalIgnoreCase) is true)
            {
                return true;
            }
        }

        return false;
    }

    private void Server(LevelResult system, SheetPart service, DeviceNames names)
    {
        if (service["server"] is not { } server)
        {
            return;
        }

        foreach (var name in DeviceNames.Split(server))
        {
            if (!names.Has(name))
            {
                findings.Add(ConsistencyChecks.ServiceServer, system, ConsistencySeverity.Warning, $"«{service.Name}» đặt ở máy chủ {name}, không có trong danh mục thiết bị", service.Position, $"thêm {name} vào devices, hoặc sửa server của dịch vụ ấy");
            }
        }
    }

    private void Twice(LevelResult system, string what, IReadOnlyList<SheetPart> parts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (!seen.Add(DeviceNames.Even(part.Name)))
            {
                findings.Add(ConsistencyChecks.DuplicateName, system, ConsistencySeverity.Warning, $"{what} «{part.Name}» khai hai lần", part.Position, "đặt tên khác nhau, hoặc bỏ một dòng");
            }
        }
    }

    private static List<SheetPart> AllDevices(DossierSheet sheet)
    {
        var devices = new List<SheetPart>();
        foreach (var system in sheet.Systems)
        {
            devices.AddRange(ListContents.Items("systems[].devices", system));
        }

        return devices;
    }
}
