using System.Globalization;
using System.Text.Json;
using EmrSec.Assessor.Signatures;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Assessor.Json;

/// <summary>What was found out about a signed file, as the one JSON object <c>emrsec.verification/1</c>.</summary>
internal static class VerificationJson
{
    /// <summary>The object as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(string file, FileReport report, VerificationOptions options)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, AssessmentJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "emrsec.verification/1");
            json.WriteString("file", file);
            json.WriteString("at", Iso(options.Time));
            json.WriteNumber("trustedRoots", options.Trust.Roots.Count);
            json.WriteBoolean("online", options.Online is not null);
            Write(json, report.Verdict);
            json.WriteNumber("signatureCount", report.Signatures.Count(signature => !signature.IsTimestamp));
            json.WriteStartArray("signatures");
            foreach (var signature in report.Signatures)
            {
                Write(json, signature);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject("verdict");
        json.WriteString("indication", verdict.Indication.Contract());
        json.WriteString("subIndication", verdict.SubIndication.Contract());
        json.WriteString("problem", verdict.Problem.Contract());
        json.WriteString("explanation", verdict.Explanation);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SignatureReport signature)
    {
        json.WriteStartObject();
        json.WriteString("field", signature.Field);
        json.WriteString("kind", signature.IsTimestamp ? "documentTimestamp" : "signature");
        Write(json, signature.Verdict);
        json.WriteString("signer", signature.Signer);
        json.WriteString("body", signature.Body);
        json.WriteString("issuer", signature.Issuer);
        json.WriteString("serial", signature.Serial);
        json.WriteString("time", signature.Time is { } time ? Iso(time) : null);
        json.WriteString("timeOrigin", signature.TimeOrigin.Contract());
        json.WriteString("reason", signature.Reason);
        json.WriteString("place", signature.Place);
        json.WriteString("level", signature.Level?.Label());
        if (signature.Certifies is { } level)
        {
            json.WriteNumber("certifies", level);
        }
        else
        {
            json.WriteNull("certifies");
        }

        json.WriteBoolean("coversWholeFile", signature.CoversWholeFile);
        json.WriteNumber("coveredLength", signature.CoveredLength);
        json.WriteStartArray("changes");
        foreach (var change in signature.Changes)
        {
            json.WriteStartObject();
            json.WriteBoolean("permitted", change.IsPermitted);
            json.WriteString("problem", change.Problem.Contract());
            json.WriteString("text", change.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in signature.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Iso(DateTimeOffset time) => time.ToOffset(Commands.CommonOptions.VietnamOffset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
