using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace EmrSec.Dossiers.Tests.Workbooks;

/// <summary>Dossiers of every kind of value, with texts that spreadsheets like to change.</summary>
internal static class AnyDossiers
{
    private static readonly string[] Hard =
    [
        "=1+1", "+84 912", "-5", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "007", "0222 000 0000", "1E5", "2026-02-28", "28/02/2026", "3/4", "TRUE", "có", "none", "null", "~",
        "_x000D_", "_x0041_b", "a\nb", "a\r\nb\rc", "a\tb", "dòng 1\n\n  dòng 3", "  hai đầu  ", "Thuỳ", "Đặng Thuỳ Trâm 😀", "a;b", "a, b: {c} [d] #e", "'nháy", "\"kép\"", "<b>&amp;</b>", "]]>", "#REF!", "%", "'", "=",
    ];

    public static Gen<string> Text { get; } = Gen.OneOf(
        Gen.Elements(Hard),
        Gen.Elements(" abcđễ:#-,[]{}\"'\\|>&*!%@\n1.?=_x<".ToCharArray()).ArrayOf().Select(letters => "x" + new string(letters)));

    private static readonly string[] Requirements = ["tt12.m.1.1.1", "tt12.m.1.3.2", "tt12.d.plan.xi", "tt12.c.server.auth", "tt12.c.app.log"];

    public static Arbitrary<string> Arbitrary { get; } = Arb.From(
        from facility in Facts(FactScope.Facility)
        from milestones in Facts(FactScope.Milestone)
        from count in Gen.Choose(0, 3)
        from systems in System().ListOf(count)
        from answers in Answers(count)
        from owner in Text
        select Document(facility, milestones, systems, answers, owner));

    private static Gen<IReadOnlyList<string>> Facts(FactScope scope) =>
        from chosen in Gen.SubListOf(TestFacts.Catalogue.Of(scope).Where(fact => !fact.Path.Contains('.', StringComparison.Ordinal)).ToArray())
        from lines in Gen.CollectToList<FactDefinition, string>(chosen, fact => Value(fact).Select(value => $"{fact.Path}: {value}"))
        select (IReadOnlyList<string>)lines;

    private static Gen<string> Value(FactDefinition fact) => fact.Type switch
    {
        FactType.Boolean => Gen.Elements("true", "false"),
        FactType.Enum => Gen.Elements(fact.Options.Select(option => option.Id).ToArray()),
        FactType.Set => Gen.SubListOf(fact.Options.Select(option => option.Id).ToArray()).Where(items => items.Count >= fact.MinItems).Select(items => $"[{string.Join(", ", items)}]"),
        FactType.Integer => Gen.Choose((int)(fact.Min ?? 0), (int)Math.Min(fact.Max ?? 1000, 2_000_000)).Select(number => number.ToString(CultureInfo.InvariantCulture)),
        FactType.Date => fact.AllowNone ? Gen.OneOf(Gen.Constant("none"), Day) : Day,
        _ => Text.Where(text => !string.IsNullOrWhiteSpace(text)).Select(FactYaml.Text),
    };

    private static Gen<string> Day { get; } = Gen.Choose(0, 60_000).Select(days => new DateOnly(1990, 1, 1).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static Gen<(IReadOnlyList<string> Facts, string Zone, string Device, int Parts, int Depth)> System() =>
        from facts in Facts(FactScope.System)
        from zone in Text
        from device in Text
        from parts in Gen.Choose(0, 3)
        from depth in Gen.Choose(0, 2)
        select (facts, zone, device, parts, depth);

    private static Gen<List<(string Key, string How, string File)>> Answers(int systems) =>
        from keys in Gen.SubListOf(Requirements.Concat(Requirements.Where(_ => systems > 0).Select(id => "s0/" + id)).ToArray())
        from how in Text
        from file in Text
        select keys.Select(key => (key, how, file)).ToList();

    private static string Document(IReadOnlyList<string> facility, IReadOnlyList<string> milestones, IEnumerable<(IReadOnlyList<string> Facts, string Zone, string Device, int Parts, int Depth)> systems, List<(string Key, string How, string File)> answers, string owner)
    {
        var text = new StringBuilder("schema: emrsec.dossier/1\n# chú thích ở đầu\n");
        Section(text, "facility", facility);
        Section(text, "milestones", milestones);
        text.Append(CultureInfo.InvariantCulture, $"owner:   # chủ quản\n  name: {FactYaml.Text(owner + "x")}\n");
        foreach (var (i, system) in systems.Index())
        {
            text.Append(i == 0 ? "systems:\n" : "").Append(CultureInfo.InvariantCulture, $"  - id: s{i}\n");
            foreach (var fact in system.Facts)
            {
                text.Append("    ").Append(fact).Append('\n');
            }

            text.Append(system.Parts == 0 ? "    zones: []\n" : $"    zones:\n{string.Concat(Enumerable.Range(0, system.Parts).Select(part => $"      - {{ name: {FactYaml.Text($"z{part} {system.Zone}")}, kind: dmz }}\n"))}");
            text.Append(system.Parts == 1 ? $"    devices: [ {{ name: {FactYaml.Text(system.Device + "d")}, main: true, redundant: false }}, {{ name: x }} ]\n" : "");
            text.Append(system.Depth == 0 ? "" : $"    components: [ {{ id: s{i}-c, users: 0{(system.Depth == 2 ? $", components: [ {{ id: s{i}-d, onlineServices: [] }} ]" : "")} }} ]\n");
        }

        foreach (var (i, (key, how, file)) in answers.Index())
        {
            text.Append(i == 0 ? "answers:\n" : "").Append(CultureInfo.InvariantCulture, $"  {key}: {{ status: partial, how: {FactYaml.Text(how + "h")}, evidence: [{FactYaml.Text(file + "f")}, b.pdf], due: 2027-01-0{1 + (i % 9)} }}\n");
        }

        return text.ToString();
    }

    private static void Section(StringBuilder text, string name, IReadOnlyList<string> lines)
    {
        text.Append(name).Append(lines.Count == 0 ? ":\n" : $":\n  {string.Join("\n  ", lines)}\n");
    }
}
