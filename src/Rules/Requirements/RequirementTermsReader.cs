using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Requirements;

/// <summary>Reads what a standard adds to a requirement: how firmly it binds, its figures, and where the law's own headings put it.</summary>
internal sealed class RequirementTermsReader(IReadOnlyList<LawHeading> headings, IReadOnlyList<LawHeading> planParts, DiagnosticBag diagnostics)
{
    private const int GreatestFigure = 1_000_000;

    private static readonly string[] Forces = ["mandatory", "equivalent", "suggested"];
    private static readonly string[] Rules = ["every", "atLeast", "atMost"];
    private static readonly string[] Units = ["minute", "hour", "day", "month", "km", "time", "character", "item"];

    public IReadOnlyList<LawHeading> Headings { get; } = headings;

    public IReadOnlyList<LawHeading> PlanParts { get; } = planParts;

    /// <summary>The force at each level, the array's index; one word stands for all of them, none for mandatory.</summary>
    public RequirementForce[] ReadForces(YamlObject node, List<int> levels)
    {
        var forces = new RequirementForce[6];
        if (node["force"] is YamlMapping)
        {
            var byLevel = new YamlObject(node.Mapping("force")!, diagnostics, Names(levels));
            foreach (var level in levels)
            {
                forces[level] = Force(byLevel.Word(Name(level), Forces, required: true));
            }
        }
        else
        {
            Array.Fill(forces, Force(node.Word("force", Forces)));
        }

        return forces;
    }

    /// <summary>The figures, each with a value at one level or more.</summary>
    public List<Threshold> ReadThresholds(YamlObject requirement, List<RequirementAtLevel> levels)
    {
        var thresholds = new List<Threshold>();
        foreach (var mapping in requirement.Mappings("thresholds"))
        {
            if (ReadThreshold(mapping, levels.ConvertAll(at => at.Level)) is not { } threshold)
            {
                continue;
            }

            if (thresholds.Exists(known => string.Equals(known.Id, threshold.Id, StringComparison.Ordinal)))
            {
                diagnostics.Error("LU061", mapping.Position, $"ngưỡng «{threshold.Id}» viết hai lần");
            }

            thresholds.Add(threshold);
        }

        return thresholds;
    }

    /// <summary>The words under <c>mayNotApply</c>: where a condition decides there is no room for them.</summary>
    public string? ReadMayNotApply(YamlObject requirement)
    {
        if (requirement["mayNotApply"] is not null && requirement["appliesWhen"] is not null)
        {
            diagnostics.Error("LU067", requirement.At("mayNotApply"), "«mayNotApply» chỉ dùng khi không có «appliesWhen»");
        }

        return requirement.Text("mayNotApply");
    }

    public List<LawHeading> ReadHeadings(YamlObject requirement) => ReadNames(requirement, "law", "headings", Headings);

    public List<LawHeading> ReadPlanParts(YamlObject requirement) => ReadNames(requirement, "plan", "planParts", PlanParts);

    private Threshold? ReadThreshold(YamlMapping mapping, List<int> levels)
    {
        var node = new YamlObject(mapping, diagnostics, "id", "what", "rule", "unit", "values", "force");
        var id = node.Text("id", required: true);
        var what = node.Text("what", required: true);
        var rule = node.Word("rule", Rules, required: true);
        var unit = node.Word("unit", Units, required: true);
        var force = Force(node.Word("force", Forces));
        if (node.Mapping("values", required: true) is not { } written || id is null || what is null || rule is null || unit is null)
        {
            return null;
        }

        var values = new Dictionary<int, int>();
        var byLevel = new YamlObject(written, diagnostics, Names(levels));
        foreach (var level in levels)
        {
            if (byLevel.Integer(Name(level), 1, GreatestFigure) is { } value)
            {
                values.Add(level, (int)value);
            }
        }

        if (values.Count == 0)
        {
            diagnostics.Error("LU067", mapping.Position, $"ngưỡng «{id}» không có con số ở cấp độ nào");
        }

        if (string.Equals(rule, "every", StringComparison.Ordinal) && unit is "km" or "time" or "character" or "item")
        {
            diagnostics.Error("LU067", node.At("unit"), $"ngưỡng «{id}»: «every» cần một đơn vị thời gian");
        }

        return new Threshold(id, what, (ThresholdRule)Array.IndexOf(Rules, rule), (ThresholdUnit)Array.IndexOf(Units, unit), force, values);
    }

    private List<LawHeading> ReadNames(YamlObject requirement, string key, string declaredAt, IReadOnlyList<LawHeading> known)
    {
        var found = new List<LawHeading>();
        foreach (var name in requirement.Scalars(key))
        {
            if (known.FirstOrDefault(heading => string.Equals(heading.Id, name.Value, StringComparison.Ordinal)) is not { } heading)
            {
                diagnostics.Error("LU062", name.Position, $"chưa khai «{YamlObject.Quote(name.Value)}» ở «{declaredAt}»", NearestName.HelpAuthors(name.Value, known.Select(each => each.Id)));
            }
            else
            {
                found.Add(heading);
            }
        }

        return found;
    }

    private static RequirementForce Force(string? word) => word is null ? RequirementForce.Mandatory : (RequirementForce)Array.IndexOf(Forces, word);

    private static string Name(int level) => level.ToString(CultureInfo.InvariantCulture);

    private static List<string> Names(List<int> levels) => levels.ConvertAll(Name);
}
