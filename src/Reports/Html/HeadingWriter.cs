using System.Xml.Linq;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Layout;
using static EmrSec.Reports.Html.Markup;

namespace EmrSec.Reports.Html;

/// <summary>A heading in the list of contents.</summary>
/// <param name="Fragment">Its name within the file.</param>
/// <param name="Level">How deep it is, from 1.</param>
/// <param name="Text">What it says.</param>
internal sealed record ContentsEntry(string Fragment, int Level, string Text);

/// <summary>Writes headings (30/2020/NĐ-CP, Phụ lục I, phần II, mục 6); no level is left out.</summary>
internal sealed class HeadingWriter
{
    private readonly HeadingLevels _levels = new();
    private readonly List<ContentsEntry> _entries = [];

    /// <summary>All headings written, in their order.</summary>
    public IReadOnlyList<ContentsEntry> Entries => _entries;

    /// <summary>The title of the paper or of an annex.</summary>
    /// <param name="className">Its class.</param>
    /// <param name="text">What it says in the list of contents.</param>
    /// <param name="content">What it consists of.</param>
    public XElement Title(string className, string text, params object?[] content) => Tag(_levels.Title(), className, null, text, content);

    /// <summary>A heading; with text running on in its line, both.</summary>
    /// <param name="heading">The heading.</param>
    public XElement Write(Heading heading)
    {
        var isDivision = heading.Kind <= HeadingKind.Subsection;
        var title = string.Join(' ', new[] { heading.Label ?? "", heading.Text.ToString() }.Where(part => part.Length > 0));
        var space = heading.Label is null || heading.Text.IsEmpty ? null : " ";
        var text = RunWriter.Write(heading.Text, isUpper: isDivision || heading.Kind == HeadingKind.Level1);
        var label = heading.Label is { } number ? RunWriter.Lines(number) : null;
        object?[] content = isDivision
            ? [label is null ? null : El("span", label), space, heading.Text.IsEmpty ? null : El("span", text)]
            : [label, space, text];
        var tag = Tag(_levels.Next(heading.Kind), Name(heading.Kind), heading.Id, title, content);
        return heading.RunIn.IsEmpty ? tag : El("div", Class("run-in"), tag, " ", El("p", RunWriter.Write(heading.RunIn)));
    }

    private static string Name(HeadingKind kind) => kind switch
    {
        <= HeadingKind.Subsection => "division",
        HeadingKind.Level3 => "level-3",
        HeadingKind.Level4 => "level-4",
        _ => "level-1",
    };

    private XElement Tag(int level, string className, string? id, string text, object?[] content)
    {
        // A full stop is in no other name but before four digits or more of a code.
        var fragment = id is null ? string.Create(CultureInfo.InvariantCulture, $"muc.{_entries.Count + 1}") : RunWriter.Fragment(id);
        _entries.Add(new ContentsEntry(fragment, level, RunWriter.Flat(text)));
        return El(string.Create(CultureInfo.InvariantCulture, $"h{Math.Min(level, 6)}"), At("id", fragment), Class(className), content);
    }
}
