using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmrSec.Reports.Exchange;

/// <summary>What an exchange package says it holds: <c>manifest.json</c>, and what is signed.</summary>
public sealed record ExchangeManifest
{
    /// <summary>The schema's name.</summary>
    public const string SchemaId = "emrsec.exchange/1";

    /// <summary>The manifest's name in the ZIP.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The name of the detached signature over the manifest (CMS, CAdES).</summary>
    public const string SignatureName = "manifest.p7s";

    /// <summary>The dossier as people read it.</summary>
    public const string DossierName = "ho-so.yaml";

    /// <summary>The same dossier as canonical JSON (RFC 8785): what is imported.</summary>
    public const string ContentName = "ho-so.json";

    /// <summary>The kinds of messages, as <see cref="Kind"/> has them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["submission", "supplement", "decision", "return"];

    /// <summary>Always <see cref="SchemaId"/>.</summary>
    public string Schema { get; init; } = SchemaId;

    /// <summary>What it is sent for: one of <see cref="Kinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The case's number at the sender; null where the dossier is only a file.</summary>
    public string? Case { get; init; }

    /// <summary>The facility's code.</summary>
    public required string FacilityCode { get; init; }

    /// <summary>The facility's name; null where not declared.</summary>
    public string? FacilityName { get; init; }

    /// <summary>The number of the revision at the sender; null where the dossier is only a file.</summary>
    public int? Revision { get; init; }

    /// <summary>
    /// The SHA-256 of every revision at the sender up to this one, the oldest first: the last of them that the receiver has too is what both
    /// sides began with. Empty where the dossier is only a file.
    /// </summary>
    public IReadOnlyList<string> Lineage { get; init; } = [];

    /// <summary>The facility's level (1–5) as determined when the case was last submitted; null before, or where it was not certain.</summary>
    public int? Level { get; init; }

    /// <summary>The law the case is judged by; null before it is submitted.</summary>
    public string? Regime { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The files, in the order of the ZIP.</summary>
    public required IReadOnlyList<ExchangeFile> Files { get; init; }

    /// <summary>Files that the dossier names and that were not there.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>The steps of the case, the first first.</summary>
    public IReadOnlyList<ExchangeStep> Steps { get; init; } = [];

    /// <summary>The reviewers' comments, the first first.</summary>
    public IReadOnlyList<ExchangeComment> Comments { get; init; } = [];

    /// <summary>The manifest as the ZIP holds it: UTF-8, indented, keys in a stable order.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ExchangeJson.Default.ExchangeManifest);

    /// <summary>Reads a manifest.</summary>
    /// <param name="json">Its bytes.</param>
    /// <returns>The manifest; null where the bytes are none.</returns>
    public static ExchangeManifest? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ExchangeJson.Default.ExchangeManifest) is { Schema: SchemaId, FacilityCode.Length: > 0, Files: not null, Absent: not null, Lineage: not null, Steps: not null, Comments: not null } manifest
                && Kinds.Contains(manifest.Kind, StringComparer.Ordinal)
                && manifest.Files.All(file => file is { Name: not null, Role: not null, MediaType: not null, Sha256: not null, Requirements: not null, Signers: not null })
                && manifest.Steps.All(step => step is { To: not null }) && manifest.Comments.All(comment => comment is { Target: not null, Text: not null }) ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A file of an exchange package.</summary>
/// <param name="Name">Its name in the ZIP.</param>
/// <param name="Role"><c>dossier</c>, <c>content</c>, <c>evidence</c>, <c>document</c> or <c>paper</c>.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in lower-case hexadecimal.</param>
public sealed record ExchangeFile(string Name, string Role, string MediaType, long Size, string Sha256)
{
    /// <summary>The name that the sender keeps it under: the dossier's for evidence, the file's for a paper.</summary>
    public string? Title { get; init; }

    /// <summary>For a paper: its kind, such as <c>decision</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>For a paper: the sender's revision that it was made from.</summary>
    public int? Revision { get; init; }

    /// <summary>For a paper: who signed it, as the sender verified.</summary>
    public IReadOnlyList<string> Signers { get; init; } = [];

    /// <summary>For evidence: the requirements it proves.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    /// <summary>For evidence: the day it was issued.</summary>
    public DateOnly? Issued { get; init; }

    /// <summary>For evidence: the last day it holds.</summary>
    public DateOnly? ValidUntil { get; init; }
}

/// <summary>A step of the case at the sender.</summary>
/// <param name="From">Whence, as states are called; null when it was opened.</param>
/// <param name="To">Whither.</param>
/// <param name="Day">The day that counts for the law's clocks.</param>
/// <param name="At">The moment it was entered at the sender.</param>
/// <param name="Account">Who took it.</param>
/// <param name="Role">In what capacity.</param>
/// <param name="Reason">Why; null where nothing was said.</param>
/// <param name="Paper">The SHA-256 of the paper that it was taken by; null where it has none.</param>
public sealed record ExchangeStep(string? From, string To, DateOnly Day, DateTimeOffset At, string? Account, string? Role, string? Reason, string? Paper);

/// <summary>A reviewer's comment at the sender.</summary>
/// <param name="Target">What it is about.</param>
/// <param name="Text">What it says.</param>
/// <param name="Account">Who made it.</param>
/// <param name="Reply">The facility's answer; null while open.</param>
/// <param name="IsSettled">Whether the reviewer has settled it.</param>
public sealed record ExchangeComment(string Target, string Text, string? Account, string? Reply, bool IsSettled);

[JsonSerializable(typeof(ExchangeManifest))]
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false)]
internal sealed partial class ExchangeJson : JsonSerializerContext;
