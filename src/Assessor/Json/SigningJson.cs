using System.Text.Json;
using EmrSec.Assessor.Signatures;

namespace EmrSec.Assessor.Json;

/// <summary>What became of files that were to be signed, as the one JSON object <c>emrsec.signing/1</c>.</summary>
internal static class SigningJson
{
    /// <summary>The object as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(string action, IReadOnlyList<JobResult> results)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, AssessmentJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "emrsec.signing/1");
            json.WriteString("action", action);
            json.WriteNumber("done", results.Count(result => result.State == JobState.Done));
            json.WriteNumber("skipped", results.Count(result => result.State == JobState.Skipped));
            json.WriteNumber("failed", results.Count(result => result.State is JobState.Failed or JobState.NotTried));
            json.WriteStartArray("files");
            foreach (var result in results)
            {
                json.WriteStartObject();
                json.WriteString("input", result.Job.Input);
                json.WriteString("output", result.Job.Output);
                json.WriteString("state", result.State switch
                {
                    JobState.Done => "done",
                    JobState.Skipped => "skipped",
                    JobState.Failed => "failed",
                    _ => "notTried",
                });
                json.WriteString("field", result.Outcome?.Field);
                json.WriteString("level", result.Outcome?.Level.Label());
                json.WriteString("shortfall", result.Outcome?.Shortfall);
                json.WriteString("code", result.Code);
                json.WriteString("message", result.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
