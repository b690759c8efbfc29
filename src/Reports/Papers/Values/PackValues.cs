using EmrSec.Reports.Templates;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Wording;

namespace EmrSec.Reports.Papers.Values;

/// <summary>The laws as data that an assessment used.</summary>
internal static class PackValues
{
    /// <summary>A pack.</summary>
    /// <param name="pack">The pack.</param>
    public static TemplateValues Of(PackHeader pack) => new()
    {
        ["id"] = pack.Id,
        ["version"] = pack.Version,
        ["document"] = pack.Document.Cite,
        ["days"] = DeadlineWords.InForce(pack.InForce),
        ["sha256"] = Spaced(pack.Sha256),
    };

    /// <summary>A hash in groups of eight, which people can compare and lines can break between.</summary>
    /// <param name="hash">The hash.</param>
    public static string Spaced(string hash) => string.Join(' ', hash.Chunk(8).Select(chunk => new string(chunk)));
}
