using System.Text;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Packs;

namespace EmrSec.Rules.Tests;

/// <summary>The built-in rules with one text in one file replaced.</summary>
internal static class Rewritten
{
    public static PackLoadResult Load(string file, string from, string to) => PackLoader.Load(Files(file, from, to), new DiagnosticBag());

    public static List<PackFile> Files(string file, string from, string to) =>
        [.. BuiltInRules.Files.Select(each => each.Name == file ? Replace(each, from, to) : each)];

    private static PackFile Replace(PackFile file, string from, string to)
    {
        var text = Encoding.UTF8.GetString(file.Open(new DiagnosticBag())!);
        text.ShouldContain(from);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        return new PackFile(file.Name, _ => Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..]));
    }
}
