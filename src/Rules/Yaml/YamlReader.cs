using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EmrSec.Rules.Yaml;

/// <summary>
/// Reads the plain part of YAML that people write by hand: mappings, sequences, scalars.
/// Anchors and aliases (which can make a small file explode), tags and several documents in one file are errors.
/// </summary>
public static class YamlReader
{
    /// <summary>The deepest nesting read; a dossier needs about ten.</summary>
    public const int MaxDepth = 48;

    /// <summary>The most nodes read.</summary>
    public const int MaxNodes = 1_000_000;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, without byte-order mark.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <returns>The root, or null where the text is not such YAML (or is empty).</returns>
    public static YamlNode? Read(string text, string file, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (!YamlCharacters.Check(text, file, diagnostics))
        {
            return null;
        }

        var scanner = new Scanner(new StringReader(text));
        try
        {
            return new Builder(text, scanner, file, diagnostics).Build();
        }
        catch (YamlException e)
        {
            YamlSyntaxError.Report(e.Start, e.Message, file, diagnostics);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The parser's own slip at brackets and documents that are not closed.
            YamlSyntaxError.Report(scanner.CurrentPosition, "flow", file, diagnostics);
        }
        catch (ReadStoppedException)
        {
            // What is wrong has been said.
        }

        return null;
    }

    /// <summary>Reading stops; what is wrong has been said.</summary>
    private sealed class ReadStoppedException : Exception;

    private sealed class Builder(string text, Scanner scanner, string file, DiagnosticBag diagnostics)
    {
        private readonly Parser _parser = new(scanner);
        private int _nodes;

        public YamlNode? Build()
        {
            _parser.MoveNext();
            _parser.MoveNext();
            if (_parser.Current is StreamEnd or null)
            {
                diagnostics.Error("YM004", SourcePosition.Whole(file), "tệp trống", null);
                return null;
            }

            _parser.MoveNext();
            var root = Node(0);
            if (_parser.Current is not DocumentEnd)
            {
                throw Stop("YM001", _parser.Current?.Start ?? Mark.Empty, "không đọc được YAML tại đây", null);
            }

            _parser.MoveNext();
            if (_parser.Current is not StreamEnd)
            {
                throw Stop("YM005", _parser.Current?.Start ?? Mark.Empty, "tệp có nhiều tài liệu YAML (dòng «---»)", "mỗi tệp chỉ một hồ sơ");
            }

            return root;
        }

        // Recursive, no deeper than MaxDepth.
        private YamlNode Node(int depth)
        {
            var current = _parser.Current;
            if (current is NodeEvent node)
            {
                if (++_nodes > MaxNodes)
                {
                    throw Stop("YM006", node.Start, "tệp có quá nhiều mục", null);
                }

                if (depth > MaxDepth)
                {
                    throw Stop("YM007", node.Start, $"các mục lồng nhau quá {MaxDepth} tầng", "kiểm tra dấu ngoặc và thụt lề");
                }

                if (!node.Anchor.IsEmpty)
                {
                    throw Stop("YM008", node.Start, "tệp dùng neo (&) của YAML", "chép lại nội dung thay vì dùng & và *; chữ bắt đầu bằng & cần để trong nháy");
                }

                if (!node.Tag.IsEmpty)
                {
                    throw Stop("YM009", node.Start, "tệp dùng thẻ (!) của YAML", "bỏ thẻ này; chữ bắt đầu bằng ! cần để trong nháy");
                }
            }

            return current switch
            {
                Scalar scalar => Leaf(scalar),
                SequenceStart start => Sequence(start, depth),
                MappingStart start => Mapping(start, depth),
                AnchorAlias alias => throw Stop("YM008", alias.Start, "tệp dùng bí danh (*) của YAML", "chép lại nội dung thay vì dùng & và *; chữ bắt đầu bằng * cần để trong nháy"),
                _ => throw Stop("YM001", current?.Start ?? Mark.Empty, "không đọc được YAML tại đây", null),
            };
        }

        private YamlScalar Leaf(Scalar scalar)
        {
            // Only an escape such as "\0" can bring in what the text itself may not hold.
            if (scalar.Style == ScalarStyle.DoubleQuoted && YamlCharacters.FindBad(scalar.Value) is >= 0 and var bad)
            {
                throw Stop("YM003", scalar.Start, YamlCharacters.Describe(scalar.Value[bad]), "xoá ký tự này");
            }

            var leaf = new YamlScalar(At(scalar.Start), Index(scalar.Start), Index(scalar.End), YamlCharacters.Nfc(scalar.Value), scalar.Style == ScalarStyle.Plain);
            _parser.MoveNext();
            return leaf;
        }

        private YamlSequence Sequence(SequenceStart start, int depth)
        {
            _parser.MoveNext();
            var items = new List<YamlNode>();
            while (_parser.Current is not SequenceEnd)
            {
                items.Add(Node(depth + 1));
            }

            var flow = start.Style == SequenceStyle.Flow;
            var end = flow ? EndOfFlow(']') : items.Count == 0 ? Index(_parser.Current.End) : items[^1].End;
            _parser.MoveNext();
            return new YamlSequence(At(start.Start), (int)start.Start.Index, end, items, flow);
        }

        private YamlMapping Mapping(MappingStart start, int depth)
        {
            _parser.MoveNext();
            var entries = new List<YamlEntry>();
            var seen = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
            while (_parser.Current is not MappingEnd)
            {
                var keyStart = _parser.Current?.Start ?? Mark.Empty;
                if (Node(depth + 1) is not YamlScalar key)
                {
                    throw Stop("YM010", keyStart, "tên mục phải là chữ", null);
                }

                var value = Node(depth + 1);
                if (seen.TryGetValue(key.Value, out var first))
                {
                    diagnostics.Error("YM011", key.Position, $"mục «{key.Value}» viết hai lần", string.Create(CultureInfo.InvariantCulture, $"lần đầu ở dòng {first.Position.Line}; giữ lại một"));
                    continue;
                }

                seen.Add(key.Value, key);
                entries.Add(new YamlEntry(key, value));
            }

            var flow = start.Style == MappingStyle.Flow;
            var end = flow ? EndOfFlow('}') : entries.Count == 0 ? Index(_parser.Current.End) : entries[^1].Value.End;
            _parser.MoveNext();
            if (flow && entries.Count > 0 && text[(int)start.Start.Index] != '{')
            {
                // [key: value]: the parser gives a mapping without braces no place.
                return new YamlMapping(entries[0].Key.Position, entries[0].Key.Start, entries[^1].Value.End, entries, flow);
            }

            return new YamlMapping(At(start.Start), (int)start.Start.Index, end, entries, flow);
        }

        // The parser says where the closing bracket stands, not where it ends.
        private int EndOfFlow(char bracket)
        {
            var end = (int)_parser.Current!.End.Index;
            return end < text.Length && text[end] == bracket ? end + 1 : end;
        }

        // Behind the last character the parser counts on by one.
        private int Index(Mark mark) => Math.Min((int)mark.Index, text.Length);

        private SourcePosition At(Mark mark) => new(file, (int)mark.Line, (int)mark.Column);

        private ReadStoppedException Stop(string code, Mark mark, string message, string? help)
        {
            diagnostics.Error(code, At(mark), message, help);
            return new ReadStoppedException();
        }
    }
}
