using EmrSec.Rules.Conditions;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Facts;

/// <summary>Reads <c>rules/facts.yaml</c>.</summary>
internal sealed class FactCatalogueReader(DiagnosticBag diagnostics)
{
    public const string Schema = "emrsec.facts/1";

    // Codes 1…n of a value must fit a 64-bit table; item bits must leave the sign alone.
    private const int MaxOptions = 60;

    private static readonly string[] FactKeys =
        ["id", "scope", "type", "label", "question", "help", "source", "values", "min", "max", "unit", "allowNone", "noneLabel", "minItems", "presumed"];

    // Keys that only facts of some types have.
    private static readonly (string Key, FactType[] Types)[] KeysOfTypes =
    [
        ("values", [FactType.Enum, FactType.Set]),
        ("minItems", [FactType.Set]),
        ("min", [FactType.Integer]),
        ("max", [FactType.Integer]),
        ("unit", [FactType.Integer]),
        ("allowNone", [FactType.Integer, FactType.Date]),
        ("noneLabel", [FactType.Integer, FactType.Date]),
    ];

    private static readonly string[] ScopeWords = ["facility", "milestone", "system"];
    private static readonly string[] ScopePrefixes = ["facility.", "milestones.", "system."];
    private static readonly string[] TypeWords = ["boolean", "enum", "set", "integer", "date", "text"];

    public FactCatalogue Read(YamlMapping root)
    {
        var file = new YamlObject(root, diagnostics, "schema", "facts");
        var facts = new List<FactDefinition>();
        var presumptions = new List<(FactDefinition Fact, YamlMapping Node)>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mapping in file.Mappings("facts", required: true))
        {
            var node = new YamlObject(mapping, diagnostics, FactKeys);
            if (ReadFact(node, facts.Count) is not { } fact)
            {
                continue;
            }

            if (!ids.Add(fact.Id))
            {
                diagnostics.Error("LU001", node.At("id"), $"dữ kiện «{fact.Id}» khai hai lần");
                continue;
            }

            facts.Add(fact);
            if (node.Mapping("presumed") is { } presumed)
            {
                presumptions.Add((fact, presumed));
            }
        }

        var catalogue = new FactCatalogue(facts);
        foreach (var (fact, node) in presumptions)
        {
            ReadPresumption(catalogue, fact, node);
        }

        catalogue.Presumed = [.. facts.Where(fact => fact.Presumed is not null)];
        return catalogue;
    }

    private FactDefinition? ReadFact(YamlObject node, int order)
    {
        var id = node.Text("id", required: true);
        var scopeWord = node.Word("scope", ScopeWords, required: true);
        var typeWord = node.Word("type", TypeWords, required: true);
        var label = node.Text("label", required: true);
        var question = node.Text("question", required: true);
        if (id is null || scopeWord is null || typeWord is null || label is null || question is null)
        {
            return null;
        }

        var scope = (FactScope)Array.IndexOf(ScopeWords, scopeWord);
        if (!id.StartsWith(ScopePrefixes[(int)scope], StringComparison.Ordinal))
        {
            diagnostics.Error("LU002", node.At("id"), $"dữ kiện thuộc {scopeWord} phải có tên bắt đầu bằng «{ScopePrefixes[(int)scope]}»");
            return null;
        }

        var type = (FactType)Array.IndexOf(TypeWords, typeWord);
        foreach (var (key, types) in KeysOfTypes)
        {
            if (!types.Contains(type) && node[key] is { } unwanted)
            {
                diagnostics.Error("LU003", unwanted.Position, $"chỉ kiểu {string.Join(" và ", types.Select(each => TypeWords[(int)each]))} có «{key}»");
            }
        }

        var fact = new FactDefinition(id, scope, type)
        {
            Label = label,
            Question = question,
            Help = node.Text("help") ?? "",
            Source = node.Text("source") ?? "",
            Options = ReadOptions(node, type),
            Min = node.Integer("min", -FactValue.NumberLimit, FactValue.NumberLimit),
            Max = node.Integer("max", -FactValue.NumberLimit, FactValue.NumberLimit),
            Unit = node.Text("unit") ?? "",
            AllowNone = node.Boolean("allowNone") ?? false,
            NoneLabel = node.Text("noneLabel") ?? "không",
            MinItems = (int)(node.Integer("minItems", 0, 1) ?? 0),
            Order = order,
            Position = node.At("id"),
        };
        if (fact.Min > fact.Max)
        {
            diagnostics.Error("LU007", node.At("min"), "dữ kiện không có giá trị nào: «min» lớn hơn «max»");
        }

        return fact;
    }

    private List<FactOption> ReadOptions(YamlObject node, FactType type)
    {
        var options = new List<FactOption>();
        if (type is not (FactType.Enum or FactType.Set))
        {
            return options;
        }

        if (node["values"] is YamlSequence { Items.Count: 0 } empty)
        {
            diagnostics.Error("LU007", empty.Position, "dữ kiện không có giá trị nào: «values» trống");
        }

        foreach (var mapping in node.Mappings("values", required: true))
        {
            var value = new YamlObject(mapping, diagnostics, "id", "label");
            if (value.Text("id", required: true) is { } id && value.Text("label", required: true) is { } label)
            {
                if (options.Exists(option => string.Equals(option.Id, id, StringComparison.Ordinal)))
                {
                    diagnostics.Error("LU004", value.At("id"), $"giá trị «{id}» khai hai lần");
                }

                options.Add(new FactOption(id, label));
            }
        }

        if (options.Count > MaxOptions)
        {
            diagnostics.Error("LU005", node.At("values"), string.Create(CultureInfo.InvariantCulture, $"nhiều nhất {MaxOptions} giá trị"));
        }

        return options;
    }

    private void ReadPresumption(FactCatalogue catalogue, FactDefinition fact, YamlMapping mapping)
    {
        var node = new YamlObject(mapping, diagnostics, "value", "why", "when");
        var why = node.Text("why", required: true);
        if (fact.Type == FactType.Text || node["value"] is not { } written)
        {
            diagnostics.Error("LU006", mapping.Position, "giá trị giả định cần «value» đúng kiểu của dữ kiện");
            return;
        }

        var value = new FactReader(catalogue, diagnostics).ReadValue(fact, written);
        Condition? when = null;
        if (node["when"] is { } condition)
        {
            var reader = new ConditionReader(catalogue, diagnostics) { AllowsFacility = false };
            when = reader.Read(condition);
            if (when is null)
            {
                return;
            }
        }

        if (value is { } known && why is not null)
        {
            fact.Presumed = new Presumption(known, why, when);
        }
    }
}
