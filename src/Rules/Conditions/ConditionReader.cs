using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Conditions;

/// <summary>Reads conditions from YAML and checks every name and operand against the catalogue.</summary>
internal sealed class ConditionReader(FactCatalogue catalogue, DiagnosticBag diagnostics)
{
    private static readonly string[] Combinators = ["all", "any", "not", "always", "anyComponent", "everyComponent"];
    private static readonly string[] EnumOperators = ["in", "notIn"];
    private static readonly string[] SetOperators = ["anyOf", "allOf", "noneOf", "onlyOf", "empty"];
    private static readonly string[] IntegerOperators = ["equals", "lessThan", "atMost", "atLeast", "moreThan", "none"];
    private static readonly string[] DateOperators = ["before", "onOrBefore", "on", "onOrAfter", "after", "done", "none"];

    private readonly FactReader _values = new(catalogue, diagnostics);

    /// <summary>The day that conditions may name <c>issued</c>.</summary>
    public DateOnly? Issued { get; set; }

    /// <summary>The day that conditions may name <c>due</c>.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>Whether facts of the facility and its milestones may be asked here.</summary>
    public bool AllowsFacility { get; init; } = true;

    /// <summary>Whether facts of a system may be asked here.</summary>
    public bool AllowsSystem { get; init; } = true;

    /// <summary>The regime whose criteria may be named here; null = none may.</summary>
    public Regime? Regime { get; init; }

    /// <summary>Reads a condition; null with errors where it is wrong.</summary>
    public Condition? Read(YamlNode? node)
    {
        if (node is not YamlMapping mapping || mapping.Entries.Count != 1)
        {
            diagnostics.Error("LU010", node?.Position ?? default, "điều kiện phải là đúng một cặp «tên: giá trị»", "nhiều điều kiện thì đặt trong all: [...] hoặc any: [...]");
            return null;
        }

        var (key, value) = mapping.Entries[0];
        return key.Value switch
        {
            "all" => List(value) is { } items ? new AllCondition(key.Position, items) : null,
            "any" => List(value) is { } items ? new AnyCondition(key.Position, items) : null,
            "not" => Read(value) is { } inner ? new NotCondition(key.Position, inner) : null,
            "always" => Always(key, value),
            "anyComponent" or "everyComponent" => Component(key, value),
            "meets" => Meets(key, value),
            _ => Fact(key, value),
        };
    }

    private AlwaysCondition? Always(YamlScalar key, YamlNode value)
    {
        if (value is YamlScalar { IsPlain: true, Value: "true" })
        {
            return new AlwaysCondition(key.Position);
        }

        diagnostics.Error("LU011", value.Position, "«always» chỉ nhận true");
        return null;
    }

    private ComponentCondition? Component(YamlScalar key, YamlNode value)
    {
        if (!AllowsSystem)
        {
            diagnostics.Error("LU012", key.Position, $"«{key.Value}» chỉ dùng trong tiêu chí của hệ thống");
            return null;
        }

        return Read(value) is { } inner ? new ComponentCondition(key.Position, key.Value is "everyComponent", inner) : null;
    }

    private MeetsCondition? Meets(YamlScalar key, YamlNode value)
    {
        if (Regime is null)
        {
            diagnostics.Error("LU065", key.Position, "«meets» chỉ dùng trong danh mục yêu cầu có nêu luật («regime»)");
            return null;
        }

        if (value is not YamlSequence { Items.Count: > 0 } sequence)
        {
            diagnostics.Error("LU013", value.Position, "cần một danh sách tiêu chí, ít nhất một", "viết [\"9.2\"]");
            return null;
        }

        var named = new List<Criterion>();
        var failed = false;
        foreach (var item in sequence.Items)
        {
            var written = (item as YamlScalar)?.Value ?? "…";
            var found = Regime.Criteria.Where(criterion => IsOrBeginsWith(criterion.Id, written)).ToList();
            if (found.Count == 0)
            {
                diagnostics.Error("LU066", item.Position, $"{Regime.Header.Id} không có tiêu chí nào mang mã «{YamlObject.Quote(written)}»", NearestName.HelpAuthors(written, Regime.Criteria.Select(criterion => criterion.Id)));
                failed = true;
            }

            named.AddRange(found.Where(criterion => !named.Contains(criterion)));
        }

        return failed ? null : new MeetsCondition(key.Position, Regime.Header.Id, named);
    }

    // 9.2 names 9.2a, 9.2b and 9.2c, but 1 does not name 10.1.
    private static bool IsOrBeginsWith(string id, string written) =>
        written.Length > 0 && id.StartsWith(written, StringComparison.Ordinal) && (id.Length == written.Length || !char.IsAsciiDigit(id[written.Length]));

    private List<Condition>? List(YamlNode value)
    {
        if (value is not YamlSequence { Items.Count: > 0 } sequence)
        {
            diagnostics.Error("LU013", value.Position, "cần một danh sách điều kiện, ít nhất một");
            return null;
        }

        var read = sequence.Items.Select(Read).ToList();
        return read.Contains(null) ? null : [.. read.OfType<Condition>()];
    }

    private Condition? Fact(YamlScalar key, YamlNode value)
    {
        var fact = catalogue.Find(key.Value);
        if (fact is null)
        {
            diagnostics.Error("LU014", key.Position, $"chưa khai báo dữ kiện «{key.Value}»", NearestName.HelpAuthors(key.Value, catalogue.All.Select(known => known.Id).Concat(Combinators)) ?? "khai báo trong facts.yaml");
            return null;
        }

        if (fact.Type == FactType.Text)
        {
            diagnostics.Error("LU015", key.Position, $"«{fact.Id}» là chữ, không dùng được trong điều kiện");
            return null;
        }

        if (fact.Scope == FactScope.System ? !AllowsSystem : !AllowsFacility)
        {
            diagnostics.Error("LU016", key.Position, $"không hỏi được «{fact.Id}» ở đây", fact.Scope == FactScope.System ? "nghĩa vụ của cơ sở chỉ hỏi dữ kiện của cơ sở và các mốc" : null);
            return null;
        }

        return value is YamlMapping operators ? Operators(fact, key, operators) : Equal(fact, key, value);
    }

    private FactCondition? Equal(FactDefinition fact, YamlScalar key, YamlNode value)
    {
        if (fact.Type is FactType.Set or FactType.Date)
        {
            diagnostics.Error("LU017", value.Position, $"«{fact.Id}» cần một phép so sánh", $"các phép: {string.Join(", ", fact.Type == FactType.Set ? SetOperators : DateOperators)}");
            return null;
        }

        if (_values.ReadValue(fact, value) is not { } operand)
        {
            return null;
        }

        return fact.Type switch
        {
            FactType.Integer when operand.IsNone => new FactCondition(key.Position, fact, FactOperator.IsNone, 0, 0, 0),
            FactType.Integer => new FactCondition(key.Position, fact, FactOperator.Between, 0, operand.Number, operand.Number),
            _ => new FactCondition(key.Position, fact, FactOperator.In, 1L << operand.Index, 0, 0),
        };
    }

    private Condition? Operators(FactDefinition fact, YamlScalar key, YamlMapping operators)
    {
        string[] known = fact.Type switch
        {
            FactType.Enum => EnumOperators,
            FactType.Set => SetOperators,
            FactType.Integer => IntegerOperators,
            FactType.Date => DateOperators,
            _ => [],
        };
        var read = new List<Condition>();
        var failed = operators.Entries.Count == 0;
        foreach (var (name, operand) in operators.Entries)
        {
            if (!known.Contains(name.Value, StringComparer.Ordinal))
            {
                diagnostics.Error("LU018", name.Position, $"«{fact.Id}» không có phép so sánh «{name.Value}»", NearestName.HelpAuthors(name.Value, known) ?? (known.Length == 0 ? "viết thẳng true hoặc false" : $"các phép: {string.Join(", ", known)}"));
                failed = true;
            }
            else if (Operator(fact, key.Position, name.Value, operand) is { } condition)
            {
                read.Add(condition);
            }
            else
            {
                failed = true;
            }
        }

        if (operators.Entries.Count == 0)
        {
            diagnostics.Error("LU017", operators.Position, $"«{fact.Id}» cần một phép so sánh");
        }

        return failed ? null : read.Count == 1 ? read[0] : new AllCondition(key.Position, read);
    }

    private FactCondition? Operator(FactDefinition fact, SourcePosition at, string name, YamlNode operand) => name switch
    {
        "in" => Items(fact, at, FactOperator.In, operand),
        "notIn" => Items(fact, at, FactOperator.NotIn, operand),
        "anyOf" => Items(fact, at, FactOperator.AnyOf, operand),
        "allOf" => Items(fact, at, FactOperator.AllOf, operand),
        "noneOf" => Items(fact, at, FactOperator.NoneOf, operand),
        "onlyOf" => Items(fact, at, FactOperator.OnlyOf, operand),
        "empty" => Flag(operand) is { } yes ? new FactCondition(at, fact, yes ? FactOperator.Empty : FactOperator.NotEmpty, 0, 0, 0) : null,
        "none" => Flag(operand) is { } yes ? new FactCondition(at, fact, yes ? FactOperator.IsNone : FactOperator.IsSome, 0, 0, 0) : null,
        "done" => Flag(operand) is { } yes ? new FactCondition(at, fact, yes ? FactOperator.IsSome : FactOperator.IsNone, 0, 0, 0) : null,
        _ => Bound(fact, at, name, operand),
    };

    private FactCondition? Bound(FactDefinition fact, SourcePosition at, string name, YamlNode operand)
    {
        if (Limit(fact, operand) is not { } limit)
        {
            return null;
        }

        var (low, high) = name switch
        {
            "equals" or "on" => (limit, limit),
            "lessThan" or "before" => (FactCondition.Lowest, limit - 1),
            "atMost" or "onOrBefore" => (FactCondition.Lowest, limit),
            "atLeast" or "onOrAfter" => (limit, FactCondition.Highest),
            _ => (limit + 1, FactCondition.Highest),
        };
        return new FactCondition(at, fact, FactOperator.Between, 0, low, high);
    }

    private long? Limit(FactDefinition fact, YamlNode operand)
    {
        if (fact.Type == FactType.Date && Named(operand) is { } day)
        {
            return day.DayNumber;
        }

        if (_values.ReadValue(fact, operand) is not { } value)
        {
            return null;
        }

        if (value.IsNone)
        {
            diagnostics.Error("LU019", operand.Position, "không so sánh được với none", "dùng {none: true}");
            return null;
        }

        return value.Number;
    }

    private DateOnly? Named(YamlNode operand) => operand switch
    {
        YamlScalar { IsPlain: true, Value: "issued" } => Issued,
        YamlScalar { IsPlain: true, Value: "due" } => Due,
        _ => null,
    };

    private bool? Flag(YamlNode operand)
    {
        if (operand is YamlScalar scalar)
        {
            return YamlValues.Boolean(scalar, "phép so sánh này", diagnostics);
        }

        diagnostics.Error("LU011", operand.Position, "phép so sánh này nhận true hoặc false");
        return null;
    }

    private FactCondition? Items(FactDefinition fact, SourcePosition at, FactOperator kind, YamlNode operand)
    {
        if (operand is not YamlSequence { Items.Count: > 0 } sequence)
        {
            diagnostics.Error("LU013", operand.Position, "cần một danh sách giá trị, ít nhất một", "viết [a, b]");
            return null;
        }

        var bits = 0L;
        foreach (var item in sequence.Items)
        {
            var index = item is YamlScalar scalar ? fact.IndexOf(scalar.Value) : -1;
            if (index < 0)
            {
                YamlValues.WrongWord(item as YamlScalar ?? new YamlScalar(item.Position, 0, 0, "…", true), fact.Id, fact.Options.Select(option => option.Id), diagnostics);
                return null;
            }

            bits |= 1L << index;
        }

        return new FactCondition(at, fact, kind, bits, 0, 0);
    }
}
