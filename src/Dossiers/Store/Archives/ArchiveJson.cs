using System.Text.Json.Serialization;

namespace EmrSec.Dossiers.Store.Archives;

/// <summary>How a manifest is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ArchiveManifest))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
