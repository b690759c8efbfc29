using System.Text.RegularExpressions;
using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Templates.Filling;

/// <summary>Checks one expression and puts the number of its site into every call.</summary>
/// <param name="position">Where the expression stands.</param>
/// <param name="sites">Gets the expression's sites.</param>
/// <param name="diagnostics">Gets what is wrong.</param>
internal sealed partial class ExpressionRewriter(SourcePosition position, List<PrintSite> sites, DiagnosticBag diagnostics)
{
    private string[] _tokens = [];
    private int _next;

    /// <summary>What is printed: a value, or what a helper makes of values; null after an error.</summary>
    /// <param name="written">The expression without its braces.</param>
    public string? Print(string written) => Start(written) ? Wrapped("value", written) : null;

    /// <summary>A condition: a value that is there, or a helper that says yes.</summary>
    /// <param name="written">The expression.</param>
    public string Condition(string written) => Start(written) ? $"({Wrapped("has", written)})" : "false";

    /// <summary>A list to be walked.</summary>
    /// <param name="written">The expression.</param>
    public string List(string written) => Start(written) ? $"({Wrapped("list", written)})" : "this";

    private bool Start(string written)
    {
        _tokens = [.. Token().Matches(written).Select(match => match.Value).Where(token => !string.IsNullOrWhiteSpace(token))];
        _next = 0;
        if (_tokens.Length > 0)
        {
            return true;
        }

        diagnostics.Error("MA003", position, "dấu ngoặc «{{ }}» trống", "viết tên giá trị vào giữa");
        return false;
    }

    private string? Wrapped(string helper, string written)
    {
        var subject = _tokens.Length == 1 || _tokens[0] is "(" ? Argument() : $"({Call(closed: false)})";
        if (_next < _tokens.Length)
        {
            diagnostics.Error("MA003", position, $"không hiểu «{{{{{written}}}}}» từ «{_tokens[_next]}»", "kiểm tra dấu ngoặc tròn");
        }

        sites.Add(new PrintSite(position, [_tokens.Length == 1 ? written : ""]));
        return string.Create(CultureInfo.InvariantCulture, $"{helper} {sites.Count - 1} {subject}");
    }

    private string Call(bool closed)
    {
        var name = _next < _tokens.Length ? _tokens[_next++] : "";
        if (!TemplateHelpers.Names.Contains(name, StringComparer.Ordinal))
        {
            diagnostics.Error("MA005", position, $"không có hàm nào tên «{name}»", NearestName.Help(name, TemplateHelpers.Names) ?? "các hàm: " + string.Join(", ", TemplateHelpers.Names));
        }

        var rewritten = new List<string>();
        var written = new List<string>();
        while (_next < _tokens.Length && _tokens[_next] is not ")")
        {
            written.Add(_tokens[_next]);
            rewritten.Add(Argument());
        }

        if (closed && _next++ >= _tokens.Length)
        {
            diagnostics.Error("MA003", position, $"thiếu «)» sau «({name}»", "thêm «)»");
        }

        sites.Add(new PrintSite(position, written));
        return string.Create(CultureInfo.InvariantCulture, $"{name} {sites.Count - 1} {string.Join(' ', rewritten)}");
    }

    private string Argument()
    {
        var token = _tokens[_next++];
        if (token is "(")
        {
            return $"({Call(closed: true)})";
        }

        if (!Name().IsMatch(token))
        {
            diagnostics.Error("MA003", position, $"«{token}» không phải tên giá trị", "tên gồm chữ không dấu, chữ số và dấu chấm, ví dụ facility.name; chữ để trong nháy kép");
        }

        return token;
    }

    [GeneratedRegex("""[()]|"[^"]*"|'[^']*'|[^\s()"']+|\s+|.""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex("""^("[^"]*"|'[^']*'|-?[0-9]+|@(index|first|last)|(\.\./)*(this|[A-Za-z][A-Za-z0-9]*)(\.[A-Za-z][A-Za-z0-9]*)*)$""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
