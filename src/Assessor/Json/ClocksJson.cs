using System.Text.Json;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Json;

/// <summary>Time limits counted from one day, as the one JSON object <c>emrsec.clocks/1</c>.</summary>
internal static class ClocksJson
{
    /// <summary>The object as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(Regime regime, Procedure procedure, int level, DateOnly from, IReadOnlyList<CountedClock> clocks)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, AssessmentJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "emrsec.clocks/1");
            json.WriteString("regime", regime.Header.Id);
            json.WriteNumber("level", level);
            json.WriteString("from", AssessmentJson.Iso(from));
            json.WriteString("calendar", procedure.Calendar.Id);
            json.WriteStartArray("clocks");
            foreach (var clock in clocks)
            {
                Write(json, clock);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, CountedClock clock)
    {
        json.WriteStartObject();
        json.WriteString("step", clock.Step.Contract());
        json.WriteString("id", clock.Clock?.Id);
        json.WriteString("citation", clock.Clock?.Citation.ToString());
        if (clock.Clock is { } limit)
        {
            json.WriteNumber("length", limit.Length);
            json.WriteString("unit", limit.Unit == ClockUnit.Days ? "days" : "working-days");
        }

        AssessmentJson.WriteCount(json, clock.Count);
        json.WriteEndObject();
    }
}
