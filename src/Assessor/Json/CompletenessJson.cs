using System.Text.Json;
using EmrSec.Rules.Completeness;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Json;

/// <summary>Writes how complete the dossier is: the keys <c>documents</c>, <c>contents</c> and <c>consistency</c> of the contract.</summary>
internal sealed class CompletenessJson(Utf8JsonWriter json)
{
    /// <summary>Nothing where nobody says what the dossier must hold: an empty list would say that there is nothing to hold.</summary>
    public void Write(DossierFindings? findings)
    {
        if (findings is null)
        {
            return;
        }

        json.WriteStartArray("documents");
        foreach (var document in findings.Documents)
        {
            WriteContent(document);
        }

        json.WriteEndArray();
        json.WriteStartArray("contents");
        foreach (var content in findings.Contents)
        {
            WriteContent(content);
        }

        json.WriteEndArray();
        json.WriteStartArray("consistency");
        foreach (var finding in findings.Consistency)
        {
            WriteConsistency(finding);
        }

        json.WriteEndArray();
    }

    private void WriteContent(ContentFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Part.Id);
        if (finding.Part.IsOfSystem)
        {
            json.WriteString("system", finding.System?.Id);
        }

        json.WriteString("title", finding.Part.Title);
        json.WriteString("citation", finding.Part.Citation.ToString());
        json.WriteString("status", finding.Status.Contract());
        json.WriteString("why", finding.Why);
        json.WriteString("by", finding.Part.By);
        json.WriteString("fill", finding.Part.Fill);
        json.WriteString("where", finding.Position?.ToString());
        json.WriteEndObject();
    }

    private void WriteConsistency(ConsistencyFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Check);
        if (finding.System is { } system)
        {
            json.WriteString("system", system.Id);
        }

        json.WriteString("severity", finding.Severity.Contract());
        if (finding.Citation is { } citation)
        {
            json.WriteString("citation", citation);
        }

        json.WriteString("message", finding.Message);
        json.WriteString("where", finding.Position.ToString());
        json.WriteString("do", finding.Do);
        json.WriteEndObject();
    }
}
