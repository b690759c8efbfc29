using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>Where in the document the writer is, so that a finding can name it; and the findings.</summary>
internal sealed class Place
{
    private readonly DiagnosticBag _bag = new();
    private readonly HashSet<(string Code, string Place, string Message)> _known = [];

    /// <summary>The part of the paper, in Vietnamese, such as «khối chữ ký».</summary>
    public string What { get; set; } = "";

    /// <summary>The last heading.</summary>
    public string? Heading { get; set; }

    /// <summary>The table's number, from 1; 0 outside tables.</summary>
    public int Table { get; set; }

    public int Row { get; set; }

    public int Column { get; set; }

    public IReadOnlyList<Diagnostic> Findings => _bag.Items;

    public bool HasErrors => _bag.HasErrors;

    public void Error(string code, string message, string help) => ErrorAt(ToString(), code, message, help);

    /// <summary>Notes an error at a place where the writer was before.</summary>
    public void ErrorAt(string place, string code, string message, string help)
    {
        if (_known.Add((code, place, message)))
        {
            _bag.Error(code, SourcePosition.Whole(place), message, help);
        }
    }

    public override string ToString()
    {
        var cell = Table == 0 ? What : Row == 0 ? Text($"bảng {Table}") : Text($"bảng {Table}, hàng {Row}, cột {Column}");
        return Heading is null ? cell : $"{cell}, sau tiêu đề «{Heading}»";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
