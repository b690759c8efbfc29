using System.Globalization;
using System.Text.Json;
using EmrSec.Rules.Crosswalks;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Json;

/// <summary>Writes a system's findings: the key <c>requirements</c> of the contract.</summary>
internal sealed class RequirementsJson(Utf8JsonWriter json)
{
    /// <summary>For a range the findings at its lowest level, and every level's under <c>byLevel</c>.</summary>
    public void Write(SystemFindings? system)
    {
        if (system is null)
        {
            json.WriteNull("requirements");
            return;
        }

        json.WriteStartObject("requirements");
        if (system.Levels.Count == 0)
        {
            json.WriteNull("level");
            WriteTotals(new RequirementTotals(0, 0, 0, 0, 0));
        }
        else
        {
            WriteLevel(system.Levels[0]);
        }

        if (system.Levels.Count > 1)
        {
            json.WriteStartArray("byLevel");
            foreach (var level in system.Levels)
            {
                json.WriteStartObject();
                WriteLevel(level);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>The rules beside the requirements, not counted among them: the key <c>checks</c>, level by level.</summary>
    public void WriteChecks(SystemFindings? system)
    {
        if (system is null)
        {
            return;
        }

        json.WriteStartArray("checks");
        foreach (var level in system.Levels)
        {
            json.WriteStartObject();
            json.WriteNumber("level", level.Level);
            WriteTotals(level.Totals);
            json.WriteStartArray("items");
            foreach (var finding in level.Findings)
            {
                WriteItem(finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteLevel(LevelFindings level)
    {
        json.WriteNumber("level", level.Level);
        WriteTotals(level.Totals);
        json.WriteStartArray("groups");
        foreach (var group in level.Findings.GroupBy(finding => finding.Group))
        {
            json.WriteStartObject();
            json.WriteString("id", group.Key.Id);
            json.WriteString("title", group.Key.Title);
            json.WriteString("citation", group.Key.Citation.ToString());
            WriteTotals(RequirementTotals.Of(group));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("gaps");
        foreach (var gap in level.Gaps)
        {
            WriteGap(gap);
        }

        json.WriteEndArray();
        json.WriteStartArray("items");
        foreach (var finding in level.Findings)
        {
            WriteItem(finding);
        }

        json.WriteEndArray();
        if (level.Uncounted.Count > 0)
        {
            json.WriteStartArray("uncounted");
            foreach (var finding in level.Uncounted)
            {
                WriteItem(finding);
            }

            json.WriteEndArray();
        }
    }

    private void WriteTotals(RequirementTotals totals)
    {
        json.WriteNumber("total", totals.Total);
        json.WriteNumber("met", totals.Met);
        json.WriteNumber("partial", totals.Partial);
        json.WriteNumber("unmet", totals.Unmet);
        json.WriteNumber("notApplicable", totals.NotApplicable);
        json.WriteNumber("unknown", totals.Unknown);
    }

    private void WriteGap(RequirementGap gap)
    {
        var finding = gap.Finding;
        json.WriteStartObject();
        json.WriteString("id", finding.Requirement.Id);
        json.WriteString("weight", gap.Weight.Contract());
        json.WriteString("what", gap.What);
        json.WriteString("why", gap.Why);
        json.WriteString("citation", finding.Citation);
        json.WriteString("howToClose", finding.Requirement.Guidance?.Close);
        json.WriteString("owner", finding.Progress?.Owner);
        json.WriteString("due", Iso(finding.Progress?.Due));
        json.WriteBoolean("overdue", finding.Progress is { IsOverdue: true });
        json.WriteEndObject();
    }

    private void WriteItem(RequirementFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Requirement.Id);
        json.WriteString("title", finding.Requirement.Title);
        json.WriteString("group", finding.Group.Id);
        json.WriteString("citation", finding.Citation);
        json.WriteString("detail", finding.At.Detail);
        json.WriteString("status", finding.Status.Contract());
        json.WriteString("applies", finding.Applies.Contract());
        json.WriteString("why", finding.Why);
        WriteMissing(finding.Missing);
        json.WriteStartArray("products");
        foreach (var product in finding.Products)
        {
            json.WriteStartObject();
            json.WriteString("what", product.Product.What);
            json.WriteString("demanded", product.Demanded.Contract());
            json.WriteString("why", product.Product.Note);
            WriteMissing(product.Missing);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("how", finding.Answer?.How);
        json.WriteString("documentation", finding.Documentation.Contract());
        json.WriteStartArray("evidence");
        foreach (var evidence in finding.Answer?.Evidence ?? [])
        {
            json.WriteStringValue(evidence);
        }

        json.WriteEndArray();
        json.WriteString("validUntil", Iso(finding.Answer?.ValidUntil));
        WriteProgress(finding.Progress);
        WriteTerms(finding);
        json.WriteEndObject();
    }

    /// <summary>What a standard says beyond an appendix: only where the requirement is one of a standard's.</summary>
    private void WriteTerms(RequirementFinding finding)
    {
        if (finding.Requirement.Kind == RequirementKind.Rule || finding.At.Article is null)
        {
            return;
        }

        json.WriteString("force", finding.At.Force.Contract());
        json.WriteStartArray("thresholds");
        foreach (var threshold in finding.Requirement.Thresholds)
        {
            if (threshold.At(finding.At.Level) is { } value)
            {
                json.WriteStartObject();
                json.WriteString("id", threshold.Id);
                json.WriteString("what", threshold.What);
                json.WriteString("rule", threshold.Rule.Contract());
                json.WriteNumber("value", value);
                json.WriteString("unit", threshold.Unit.Contract());
                json.WriteString("force", threshold.Force.Contract());
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("carriedOver");
        foreach (var carried in finding.CarriedOver)
        {
            json.WriteStartObject();
            json.WriteString("id", carried.Source.Requirement.Id);
            json.WriteString("extent", carried.Source.Extent == CrosswalkExtent.Wholly ? "wholly" : "partly");
            json.WriteString("answered", carried.Answer.Status.Contract());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteNames("law", finding.Requirement.Headings);
        WriteNames("plan", finding.Requirement.PlanParts);
    }

    private void WriteNames(string key, IReadOnlyList<LawHeading> headings)
    {
        json.WriteStartArray(key);
        foreach (var heading in headings)
        {
            json.WriteStringValue(heading.Id);
        }

        json.WriteEndArray();
    }

    private void WriteProgress(RequirementProgress? progress)
    {
        if (progress is null)
        {
            json.WriteNull("progress");
            return;
        }

        json.WriteStartObject("progress");
        json.WriteString("plan", progress.Plan);
        json.WriteString("due", Iso(progress.Due));
        json.WriteString("owner", progress.Owner);
        json.WriteBoolean("overdue", progress.IsOverdue);
        json.WriteEndObject();
    }

    private void WriteMissing(IReadOnlyList<MissingFact> missing)
    {
        json.WriteStartArray("missingFacts");
        foreach (var fact in missing)
        {
            json.WriteStringValue(fact.Fact.Id);
        }

        json.WriteEndArray();
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
