using System.Text;
using System.Text.RegularExpressions;
using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Templates.Filling;

/// <summary>
/// Reads the expressions of a template. Each is checked here, where file, line and column are known, and rewritten into calls
/// of our own helpers with the number of its site, so that whatever it lacks when filled can be told with its place.
/// </summary>
/// <param name="source">Where included parts come from.</param>
/// <param name="diagnostics">Gets what is wrong.</param>
internal sealed partial class TemplateScanner(TemplateSource source, DiagnosticBag diagnostics)
{
    private const int MaxDepth = 8;
    private readonly List<PrintSite> _sites = [];
    private readonly StringBuilder _text = new();
    private readonly Stack<OpenBlock> _open = new();

    /// <summary>The template rewritten; what is wrong goes to the diagnostics.</summary>
    /// <param name="template">The template.</param>
    public ScannedTemplate Scan(TemplateText template)
    {
        Scan(template, depth: 0);
        return new ScannedTemplate(template, _text.ToString(), _sites);
    }

    private void Scan(TemplateText template, int depth)
    {
        var outer = _open.Count;
        var text = template.Text;
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is var start && start >= 0)
        {
            _text.Append(text, at, start - at);
            var comment = text.AsSpan(start).StartsWith("{{!--");
            var close = comment ? "--}}" : "}}";
            var end = text.IndexOf(close, start, StringComparison.Ordinal);
            if (end < 0)
            {
                diagnostics.Error("MA003", Position(template, start), "«{{» không được đóng bằng «}}»", "thêm «}}» sau tên giá trị");
                return;
            }

            at = end + close.Length;
            if (comment || text[start + 2] == '!')
            {
                // A comment alone on its line takes the line with it.
                at += IsAlone(text, start, at) && at < text.Length ? 1 : 0;
                continue;
            }

            Expression(template, start, at, text[(start + 2)..end].Trim(), depth);

            // A brace of the text right after an expression would close three with it, as in «{#muc-{{number}}}».
            for (; at < text.Length && text[at] == '}'; at++)
            {
                _text.Append("{{brace}}");
            }
        }

        _text.Append(text, at, text.Length - at);
        while (_open.Count > outer)
        {
            var block = _open.Pop();
            diagnostics.Error("MA004", block.Position, $"khối «{{{{#{block.Name}}}}}» không được đóng", $"thêm «{{{{/{block.Name}}}}}» ở cuối khối");
        }
    }

    private void Expression(TemplateText template, int start, int at, string written, int depth)
    {
        var position = Position(template, start);
        if (written.StartsWith('>'))
        {
            Include(position, written[1..].Trim(), depth);
        }
        else if (written.StartsWith('#'))
        {
            Open(position, written[1..]);
        }
        else if (written.StartsWith('/'))
        {
            Close(position, written[1..].Trim(), IsAlone(template.Text, start, at));
        }
        else if (written.Equals("else", StringComparison.Ordinal) || written.StartsWith("else ", StringComparison.Ordinal))
        {
            Else(position, written[4..].Trim());
        }
        else if (Rewriter(position).Print(written) is { } print)
        {
            _text.Append("{{").Append(print).Append("}}");
        }
    }

    private void Include(SourcePosition position, string name, int depth)
    {
        if (depth == MaxDepth)
        {
            diagnostics.Error("MA003", position, $"các phần «{{{{> {name}}}}}» lồng nhau quá {MaxDepth} tầng", "bỏ chỗ phần mẫu gọi lại chính nó");
        }
        else if (source.Find("_" + name, diagnostics) is { } part)
        {
            Scan(part with { Text = part.Text.TrimEnd('\n') }, depth + 1);
        }
    }

    private void Open(SourcePosition position, string written)
    {
        var name = written.Split(' ', 2)[0];
        var subject = written[name.Length..].Trim();
        if (name is not ("if" or "unless" or "each"))
        {
            diagnostics.Error("MA004", position, $"không có khối nào tên «{name}»; các khối: if, unless, each", NearestName.Help(name, ["if", "unless", "each"]));
        }

        var rewriter = Rewriter(position);
        var call = name is "each" ? rewriter.List(subject) : rewriter.Condition(subject);
        _text.Append("{{#").Append(name).Append(' ').Append(call).Append("}}");
        _open.Push(new OpenBlock(name, position, _sites.Count - 1, _text.Length));
    }

    private void Else(SourcePosition position, string written)
    {
        if (!_open.TryPeek(out var block))
        {
            diagnostics.Error("MA004", position, "«{{else}}» đứng ngoài mọi khối", "xoá «{{else}}» hoặc mở khối trước nó");
            return;
        }

        block.HasElse = true;
        if (written.Length == 0)
        {
            _text.Append("{{else}}");
        }
        else if (written.StartsWith("if ", StringComparison.Ordinal))
        {
            _text.Append("{{else if ").Append(Rewriter(position).Condition(written[3..].Trim())).Append("}}");
        }
        else
        {
            diagnostics.Error("MA004", position, $"không hiểu «{{{{else {written}}}}}»", "viết «{{else}}» hoặc «{{else if …}}»");
        }
    }

    private void Close(SourcePosition position, string name, bool alone)
    {
        if (!_open.TryPop(out var block) || !block.Name.Equals(name, StringComparison.Ordinal))
        {
            diagnostics.Error(
                "MA004",
                position,
                $"«{{{{/{name}}}}}» không khớp với khối nào đang mở",
                block is null ? null : $"khối đang mở là «{{{{#{block.Name}}}}}» ở dòng {block.Position.Line.ToString(CultureInfo.InvariantCulture)}");
            return;
        }

        if (name is "each" && !block.HasElse)
        {
            MarkMissingList(block, alone);
        }

        _text.Append("{{/").Append(name).Append("}}");
    }

    // In a draft a missing list leaves a mark behind, as a missing value does; where its items begin with «- » or «| », be it within a further block, so does the mark.
    private void MarkMissingList(OpenBlock block, bool alone)
    {
        var prefix = ItemStart().Match(_text.ToString(block.Body, _text.Length - block.Body)).Groups["start"].Value;
        var site = block.Site.ToString(CultureInfo.InvariantCulture);
        _text.Append(alone
            ? $"{{{{else}}}}\n{{{{#if (lacks {site})}}}}\n{prefix}{{{{mark {site}}}}}\n{{{{/if}}}}\n"
            : $"{{{{else}}}}{{{{mark {site}}}}}");
    }

    private ExpressionRewriter Rewriter(SourcePosition position) => new(position, _sites, diagnostics);

    private static bool IsAlone(string text, int start, int end)
    {
        var before = text.AsSpan(0, start).TrimEnd(' ');
        var after = text.AsSpan(end).TrimStart(' ');
        return (before.IsEmpty || before[^1] == '\n') && (after.IsEmpty || after[0] == '\n');
    }

    [GeneratedRegex(@"^(\n[ ]*\{\{#[^\n]*)*\n(?<start>[ ]*(([-+|]|[0-9]+\.|[a-zđ]\))[ ]+)?)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ItemStart();

    private static SourcePosition Position(TemplateText template, int offset)
    {
        var before = template.Text.AsSpan(0, offset);
        return new SourcePosition(template.File, before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }

    private sealed class OpenBlock(string name, SourcePosition position, int site, int body)
    {
        public string Name { get; } = name;

        public SourcePosition Position { get; } = position;

        public int Site { get; } = site;

        public int Body { get; } = body;

        public bool HasElse { get; set; }
    }
}
