namespace EmrSec.Rules.Completeness;

/// <summary>Judges a content that is a list (devices, services, zones) of a system and its components.</summary>
internal sealed class ListContents(DossierPart part, SystemSheet system)
{
    // Names spelt out of those that lack something.
    private const int MaxNames = 3;

    public Filled Judge()
    {
        var items = Items(part.Keys[0], system);
        var name = part.Keys[0][DossierKeys.OfSystem.Length..];
        if (items.Count == 0)
        {
            return new Filled(ContentStatus.Missing, $"chưa khai {name}", system.Form.Position);
        }

        var says = new List<string>();
        foreach (var field in part.Each)
        {
            Lacking(items, item => item[field] is not null, field, says);
        }

        if (part.EachAny.Count > 0)
        {
            Lacking(items, HasAny, string.Join(" hoặc ", part.EachAny), says);
        }

        if (part.Marks is { } mark && !items.Exists(item => item[mark] is "true"))
        {
            says.Add($"chưa dòng nào có {mark}: true");
        }

        return says.Count == 0
            ? new Filled(ContentStatus.Present, $"{items.Count} dòng", items[0].Position)
            : new Filled(ContentStatus.Partial, string.Join("; ", says), items[0].Position);
    }

    public static List<SheetPart> Items(string key, SystemSheet system)
    {
        var items = new List<SheetPart>();
        foreach (var member in system.Members())
        {
            items.AddRange(key switch
            {
                "systems[].zones" => member.Zones,
                "systems[].devices" => member.Devices,
                _ => member.Services,
            });
        }

        return items;
    }

    private bool HasAny(SheetPart item)
    {
        foreach (var field in part.EachAny)
        {
            if (item[field] is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static void Lacking(List<SheetPart> items, Func<SheetPart, bool> has, string what, List<string> says)
    {
        var names = new List<string>();
        foreach (var item in items)
        {
            if (!has(item))
            {
                names.Add(item.Name);
            }
        }

        if (names.Count > 0)
        {
            var more = names.Count > MaxNames ? $", và {names.Count - MaxNames} dòng nữa" : "";
            says.Add($"thiếu {what}: {string.Join(", ", names.GetRange(0, Math.Min(MaxNames, names.Count)))}{more}");
        }
    }
}
