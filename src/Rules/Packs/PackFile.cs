using System.Security.Cryptography;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Packs;

/// <summary>A file of rules after its YAML was read.</summary>
/// <param name="Root">Its root; a mapping where it is what it should be.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in lower-case hexadecimal.</param>
/// <param name="IsBroken">A key is written twice: it can be read on, for more findings, but not be used.</param>
internal sealed record ParsedPack(YamlNode Root, string Sha256, bool IsBroken = false);

/// <summary>One file of rules: its name and its bytes.</summary>
/// <param name="Name">Path, for messages.</param>
/// <param name="Open">Reads its bytes.</param>
public sealed record PackFile(string Name, Func<DiagnosticBag, byte[]?> Open)
{
    /// <summary>Files with this ending hold cases and are not part of the law.</summary>
    public const string CasesSuffix = ".cases.yaml";

    private readonly ParsedPack? _parsed;

    /// <summary>Whether it holds cases.</summary>
    public bool HoldsCases => Name.EndsWith(CasesSuffix, StringComparison.Ordinal);

    /// <summary>A file whose YAML was read before; it has no bytes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="pack">What was read.</param>
    internal static PackFile Parsed(string name, ParsedPack pack) => new(name, static _ => null, pack);

    private PackFile(string name, Func<DiagnosticBag, byte[]?> open, ParsedPack parsed)
        : this(name, open) => _parsed = parsed;

    /// <summary>Whether its YAML was read before.</summary>
    internal bool IsParsed => _parsed is not null;

    /// <summary>Reads its YAML.</summary>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <returns>What was read; null where there is nothing to go on with.</returns>
    internal ParsedPack? Parse(DiagnosticBag diagnostics)
    {
        if (_parsed is not null)
        {
            return _parsed;
        }

        if (Open(diagnostics) is not { } bytes || TextFileReader.Decode(bytes, Name, diagnostics) is not { } text)
        {
            return null;
        }

        var bag = new DiagnosticBag();
        var root = YamlReader.Read(text, Name, bag);
        foreach (var item in bag.Items)
        {
            diagnostics.Add(item);
        }

        return root is null ? null : new ParsedPack(root, Convert.ToHexStringLower(SHA256.HashData(bytes)), bag.HasErrors);
    }
}
