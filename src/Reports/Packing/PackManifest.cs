using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmrSec.Reports.Packing;

/// <summary>What a pack says it holds: <c>manifest.json</c>, the last file of the ZIP, and what is signed.</summary>
public sealed record PackManifest
{
    /// <summary>The schema's name.</summary>
    public const string SchemaId = "emrsec.pack/1";

    /// <summary>The manifest's name in the ZIP.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The name of the detached signature over the manifest (CMS, CAdES).</summary>
    public const string SignatureName = "manifest.p7s";

    /// <summary>Always <see cref="SchemaId"/>.</summary>
    public string Schema { get; init; } = SchemaId;

    /// <summary>The facility's code; null where not declared.</summary>
    public string? FacilityCode { get; init; }

    /// <summary>The facility's name; null where not declared.</summary>
    public string? FacilityName { get; init; }

    /// <summary>The day that the papers speak of.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>When the pack was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The id of the law that levels were judged by.</summary>
    public required string Regime { get; init; }

    /// <summary>Whether its papers are drafts.</summary>
    public bool IsDraft { get; init; }

    /// <summary>The files, in the order of the ZIP.</summary>
    public required IReadOnlyList<PackEntry> Files { get; init; }

    /// <summary>Files that the dossier names and that were not there; empty in a pack that is whole.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>The manifest as the ZIP holds it: UTF-8, indented, keys in a stable order.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Default.PackManifest);

    /// <summary>Reads a manifest.</summary>
    /// <param name="json">Its bytes.</param>
    /// <returns>The manifest; null where the bytes are none.</returns>
    public static PackManifest? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ManifestJson.Default.PackManifest) is { Schema: SchemaId, Files: not null, Absent: not null } manifest
                && manifest.Files.All(file => file is { Name: not null, Sha256: not null }) ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A file of a pack.</summary>
/// <param name="Name">Its name in the ZIP.</param>
/// <param name="Kind">The kind of paper, or <c>evidence</c>, or <c>document</c>.</param>
/// <param name="Title">What it is, in Vietnamese.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in lower-case hexadecimal.</param>
public sealed record PackEntry(string Name, string Kind, string Title, long Size, string Sha256);

[JsonSerializable(typeof(PackManifest))]
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
internal sealed partial class ManifestJson : JsonSerializerContext;
