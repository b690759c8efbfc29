using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Templates.Dialect;

/// <summary>Finds the template's line that a line of the filled text came from, so that findings lead to what one can edit.</summary>
/// <param name="template">The template as written.</param>
internal sealed class TemplatePlaces(TemplateText template)
{
    private readonly string[] _lines = template.Text.Split('\n');

    /// <summary>The template's line with this text; the file as a whole where there is none, as in an included part.</summary>
    /// <param name="written">Filled text; its first line is looked for.</param>
    public SourcePosition Of(ReadOnlySpan<char> written)
    {
        var end = written.IndexOf('\n');
        var line = (end < 0 ? written : written[..end]).Trim();
        var best = (Line: 0, Common: Math.Min(3, line.Length) - 1);
        for (var i = 0; i < _lines.Length; i++)
        {
            var common = _lines[i].AsSpan().Trim().CommonPrefixLength(line);
            best = common > best.Common ? (i + 1, common) : best;
        }

        return best.Line == 0 ? SourcePosition.Whole(template.File) : new SourcePosition(template.File, best.Line, 1);
    }
}
