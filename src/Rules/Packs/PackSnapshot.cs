using System.Text;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Packs;

/// <summary>
/// Files of rules as they are after YAML was read: what a program carries so that its start need not read the text again
/// (docs/adr/014-rules-read-at-build-time.md). Positions are kept, so that findings and messages are the same.
/// </summary>
public static class PackSnapshot
{
    private const string Magic = "emrsec.rules-snapshot/1";

    private enum NodeKind
    {
        Scalar,
        Sequence,
        Mapping,
    }

    /// <summary>Reads files and writes the snapshot; case files are passed over.</summary>
    /// <param name="files">The files.</param>
    /// <param name="output">Where to.</param>
    /// <param name="diagnostics">Receives what is wrong; with an error nothing is written.</param>
    public static void Write(IReadOnlyList<PackFile> files, Stream output, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var parsed = new List<(string Name, ParsedPack Pack)>();
        foreach (var file in files.Where(file => !file.HoldsCases))
        {
            if (file.Parse(diagnostics) is { } pack)
            {
                parsed.Add((file.Name, pack));
            }
        }

        if (diagnostics.HasErrors)
        {
            return;
        }

        var nodes = new MemoryStream();
        var strings = new StringTable();
        using (var body = new BinaryWriter(nodes, Encoding.UTF8, leaveOpen: true))
        {
            body.Write7BitEncodedInt(parsed.Count);
            foreach (var (name, pack) in parsed)
            {
                body.Write7BitEncodedInt(strings.IndexOf(name));
                body.Write7BitEncodedInt(strings.IndexOf(pack.Sha256));
                WriteNode(body, pack.Root, strings);
            }
        }

        using var writer = new BinaryWriter(output, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write7BitEncodedInt(strings.All.Count);
        foreach (var text in strings.All)
        {
            writer.Write(text);
        }

        writer.Write(nodes.GetBuffer(), 0, (int)nodes.Length);
    }

    /// <summary>Reads a snapshot that this version of the program wrote.</summary>
    /// <param name="input">The snapshot.</param>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static IReadOnlyList<PackFile> Read(Stream input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var reader = new BinaryReader(input, Encoding.UTF8, leaveOpen: true);
        if (!string.Equals(reader.ReadString(), Magic, StringComparison.Ordinal))
        {
            throw new InvalidDataException("This is no snapshot of rules.");
        }

        var strings = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < strings.Length; i++)
        {
            strings[i] = reader.ReadString();
        }

        var files = new PackFile[reader.Read7BitEncodedInt()];
        for (var i = 0; i < files.Length; i++)
        {
            var name = strings[reader.Read7BitEncodedInt()];
            var sha256 = strings[reader.Read7BitEncodedInt()];
            var root = ReadNode(reader, name, strings);
            files[i] = PackFile.Parsed(name, new ParsedPack(root, sha256));
        }

        return files;
    }

    private static void WriteNode(BinaryWriter writer, YamlNode node, StringTable strings)
    {
        var (kind, flag) = node switch
        {
            YamlScalar scalar => (NodeKind.Scalar, scalar.IsPlain),
            YamlSequence sequence => (NodeKind.Sequence, sequence.IsFlow),
            YamlMapping mapping => (NodeKind.Mapping, mapping.IsFlow),
            _ => throw new InvalidOperationException("a node of an unknown kind"),
        };
        writer.Write((byte)(((int)kind << 1) | (flag ? 1 : 0)));
        writer.Write7BitEncodedInt(node.Position.Line);
        writer.Write7BitEncodedInt(node.Position.Column);
        writer.Write7BitEncodedInt(node.Start);
        writer.Write7BitEncodedInt(node.End - node.Start);
        switch (node)
        {
            case YamlScalar scalar:
                writer.Write7BitEncodedInt(strings.IndexOf(scalar.Value));
                break;
            case YamlSequence sequence:
                writer.Write7BitEncodedInt(sequence.Items.Count);
                foreach (var item in sequence.Items)
                {
                    WriteNode(writer, item, strings);
                }

                break;
            case YamlMapping mapping:
                writer.Write7BitEncodedInt(mapping.Entries.Count);
                foreach (var entry in mapping.Entries)
                {
                    WriteNode(writer, entry.Key, strings);
                    WriteNode(writer, entry.Value, strings);
                }

                break;
        }
    }

    private static YamlNode ReadNode(BinaryReader reader, string file, string[] strings)
    {
        var head = reader.ReadByte();
        var flag = (head & 1) != 0;
        var position = new SourcePosition(file, reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        var start = reader.Read7BitEncodedInt();
        var end = start + reader.Read7BitEncodedInt();
        switch ((NodeKind)(head >> 1))
        {
            case NodeKind.Scalar:
                return new YamlScalar(position, start, end, strings[reader.Read7BitEncodedInt()], flag);
            case NodeKind.Sequence:
                var items = new YamlNode[reader.Read7BitEncodedInt()];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = ReadNode(reader, file, strings);
                }

                return new YamlSequence(position, start, end, items, flag);
            case NodeKind.Mapping:
                var entries = new YamlEntry[reader.Read7BitEncodedInt()];
                for (var i = 0; i < entries.Length; i++)
                {
                    entries[i] = new YamlEntry((YamlScalar)ReadNode(reader, file, strings), ReadNode(reader, file, strings));
                }

                return new YamlMapping(position, start, end, entries, flag);
            default:
                throw new InvalidDataException("The snapshot of rules is damaged.");
        }
    }

    private sealed class StringTable
    {
        private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

        public List<string> All { get; } = [];

        public int IndexOf(string text)
        {
            if (!_indexes.TryGetValue(text, out var index))
            {
                index = All.Count;
                _indexes.Add(text, index);
                All.Add(text);
            }

            return index;
        }
    }
}
