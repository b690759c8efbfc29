namespace EmrSec.Reports.Tests.Outside;

/// <summary>An element of the logical structure, as poppler reads it to a screen reader.</summary>
internal sealed class ReadElement
{
    private readonly List<string> _attributes = [];
    private readonly List<ReadElement> _kids = [];

    private ReadElement(string type) => Type = type;

    public string Type { get; }

    /// <summary>Attributes such as «/Scope /Column».</summary>
    public IReadOnlyList<string> Attributes => _attributes;

    public IReadOnlyList<ReadElement> Kids => _kids;

    /// <summary>Text and kids in order; a kid is an element, anything else a string.</summary>
    public List<object> Content { get; } = [];

    /// <summary>It and all below it, in reading order.</summary>
    public IEnumerable<ReadElement> All => _kids.SelectMany(kid => kid.All).Prepend(this);

    /// <summary>All its text, in reading order.</summary>
    public string Text => string.Concat(Content.Select(each => each is ReadElement kid ? kid.Text : (string)each));

    public IEnumerable<ReadElement> Of(params string[] types) => All.Where(each => types.Contains(each.Type));

    /// <summary>The structure of a file; the root stands for the file.</summary>
    public static ReadElement Read(string file)
    {
        var root = new ReadElement("");
        var open = new List<ReadElement> { root };
        foreach (var line in Tool.Poppler("pdfinfo", "-struct-text", file).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var text = line.TrimStart(' ');
            var depth = (line.Length - text.Length) / 2;
            if (text[0] == '/')
            {
                open[^1]._attributes.Add(text);
                continue;
            }

            open.RemoveRange(depth + 1, open.Count - depth - 1);
            if (text[0] == '"')
            {
                open[^1].Content.Add(text[1..^1]);
            }
            else if (!text.StartsWith("Object ", StringComparison.Ordinal))
            {
                var kid = new ReadElement(text.Split(' ', ':')[0]);
                open[^1]._kids.Add(kid);
                open[^1].Content.Add(kid);
                open.Add(kid);
            }
        }

        return root;
    }
}
