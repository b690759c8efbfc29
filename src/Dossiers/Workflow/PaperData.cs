using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmrSec.Dossiers.Workflow;

/// <summary>
/// What the issuing body said of a paper when it was made (number, day, signer, result): the keys of <c>papers.&lt;kind&gt;</c> of a dossier. Filed
/// beside the PDF, so that later papers and the clocks say the same; an authority writes no revision of the facility's dossier.
/// </summary>
/// <param name="Kind">The paper's kind.</param>
/// <param name="Paper">The hash of the PDF that was made with it.</param>
/// <param name="Regime">The law it was made by.</param>
/// <param name="Record">The keys and values.</param>
public sealed record PaperData(string Kind, string Paper, string Regime, JsonObject Record)
{
    /// <summary>How the names of such files end.</summary>
    public const string Extension = ".json";

    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The day the paper is issued; null where it says none.</summary>
    public DateOnly? Day =>
        Record["date"] is JsonValue value && value.TryGetValue<string>(out var written) && DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What an appraisal came to; null where the paper says nothing of it.</summary>
    public AppraisalResult? Result => (Record["result"] as JsonValue)?.GetValue<string>() switch
    {
        "fit" => AppraisalResult.Fit,
        "unfit" => AppraisalResult.Unfit,
        _ => null,
    };

    /// <summary>It as a file, UTF-8.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            new JsonObject { ["kind"] = Kind, ["paper"] = Paper, ["regime"] = Regime, ["record"] = Record.DeepClone() }.WriteTo(json);
        }

        return stream.ToArray();
    }

    /// <summary>Reads it back.</summary>
    /// <param name="bytes">The file.</param>
    /// <returns>It; null where this is no such file.</returns>
    public static PaperData? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonNode.Parse(Encoding.UTF8.GetString(bytes)) is JsonObject root
                && root["kind"]?.GetValue<string>() is { } kind && root["paper"]?.GetValue<string>() is { } paper
                && root["regime"]?.GetValue<string>() is { } regime && root["record"] is JsonObject record
                    ? new PaperData(kind, paper, regime, (JsonObject)record.DeepClone())
                    : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
