using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Intake;

/// <summary>Reads the answers to requirements.</summary>
internal sealed class AnswerReader(IReadOnlyDictionary<string, SourcePosition> systems, DiagnosticBag diagnostics)
{
    // Names looked through for the nearest one; a file made to be slow must not be.
    private const int MaxNames = 200;

    public List<Answer> Read(YamlMapping? mapping)
    {
        var answers = new List<Answer>();
        foreach (var (key, value) in mapping?.Entries ?? [])
        {
            var (systemId, requirement) = ReadKey(key);
            if (ReadFields(key, value) is { } fields && ReadAnswer(key, systemId, requirement, fields) is { } answer)
            {
                answers.Add(answer);
            }
        }

        return answers;
    }

    private (string? SystemId, string Requirement) ReadKey(YamlScalar key)
    {
        var slash = key.Value.IndexOf('/', StringComparison.Ordinal);
        var systemId = slash < 0 ? null : key.Value[..slash];
        var requirement = key.Value[(slash + 1)..];
        if (systemId is not null && !systems.ContainsKey(systemId))
        {
            diagnostics.Error("HS006", key.Position, $"không có hệ thống nào có id «{YamlText.Shorten(systemId)}»", HelpWithSystem(systemId));
        }

        if (!RequirementId.IsValid(requirement))
        {
            diagnostics.Error("HS007", key.Position, $"«{YamlText.Shorten(requirement)}» không phải mã yêu cầu", RequirementId.Help(requirement));
        }

        return (systemId, requirement);
    }

    private string? HelpWithSystem(string written)
    {
        var ids = systems.Keys.Take(MaxNames).ToList();
        return diagnostics.IsFull ? null : NearestName.Help(written, ids) ?? $"các hệ thống: {string.Join(", ", ids)}";
    }

    private YamlObject? ReadFields(YamlScalar key, YamlNode value)
    {
        if (value is YamlScalar { IsNull: false } word)
        {
            var status = NearestName.Find(word.Value, DossierSchema.StatusWords) ?? "met";
            diagnostics.Error("KD002", word.Position, $"câu trả lời «{YamlText.Shorten(key.Value)}» phải là các cặp «tên: giá trị»", $"viết {{ status: {status} }}");
            return null;
        }

        return YamlObject.AsMapping(value, $"câu trả lời «{YamlText.Shorten(key.Value)}»", diagnostics) is { } mapping
            ? new YamlObject(mapping, diagnostics, DossierSchema.AnswerKeys)
            : null;
    }

    private Answer? ReadAnswer(YamlScalar key, string? systemId, string requirement, YamlObject fields)
    {
        if (fields.Node.Entries.All(entry => entry.Value is YamlScalar { IsNull: true }))
        {
            return null;
        }

        if (fields["status"] is null)
        {
            diagnostics.Error("KD003", key.Position, $"câu trả lời «{YamlText.Shorten(key.Value)}» thiếu «status»", $"status là một trong: {string.Join(", ", DossierSchema.StatusWords)}");
        }

        var status = fields.Word("status", DossierSchema.StatusWords);
        var answer = new Answer(requirement, systemId, (AnswerStatus)Array.IndexOf(DossierSchema.StatusWords, status), key.Position)
        {
            How = fields.Words("how"),
            Evidence = [.. fields.Scalars("evidence").Select(item => item.Value).Where(item => !string.IsNullOrWhiteSpace(item))],
            ValidUntil = fields.Date("validUntil"),
            Plan = fields.Words("plan"),
            Due = fields.Date("due"),
            Owner = fields.Words("owner"),
        };
        return status is null ? null : answer;
    }
}
