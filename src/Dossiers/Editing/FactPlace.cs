using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Editing;

/// <summary>How far the path of a fact is written in a file.</summary>
/// <param name="Parent">The innermost mapping on the path that is written.</param>
/// <param name="IsRoot">Whether that is the file's root.</param>
/// <param name="Key">The key in it that is next on the path.</param>
/// <param name="Entry">Its entry, where it is written: with the fact's value, or without any.</param>
/// <param name="Rest">The keys on the path below that.</param>
/// <param name="Path">Keys and indexes from the root to the fact.</param>
internal sealed record FactPlace(YamlMapping Parent, bool IsRoot, string Key, YamlEntry? Entry, IReadOnlyList<string> Rest, IReadOnlyList<string> Path)
{
    /// <summary>Where a finding about it points.</summary>
    public SourcePosition Position => Entry?.Key.Position ?? Parent.Position;
}
