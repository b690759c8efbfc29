namespace EmrSec.Reports.Pdf.Syntax;

/// <summary>An element of the logical structure (ISO 32000-1, 14.7): what a screen reader reads, in its order.</summary>
internal sealed class StructElement
{
    private readonly bool _late;
    private bool _attached;

    /// <summary>Makes an element.</summary>
    /// <param name="type">A standard structure type (ISO 32000-1, 14.8.4).</param>
    /// <param name="parent">The element it is in; null for the root.</param>
    /// <param name="late">Whether it takes its place among its siblings only when something of it is drawn, as a link in a line.</param>
    public StructElement(string type, StructElement? parent, bool late = false)
    {
        Type = type;
        Parent = parent;
        _late = late;
        if (!late)
        {
            Attach();
        }
    }

    public string Type { get; }

    public StructElement? Parent { get; }

    public string? Alternative { get; init; }

    /// <summary>Entries of its attribute dictionary, in PDF syntax; null for none.</summary>
    public string? Attributes { get; set; }

    public List<StructKid> Kids { get; } = [];

    /// <summary>Its object's number, given when it is written.</summary>
    public int Id { get; set; }

    public void Add(StructKid kid)
    {
        if (_late)
        {
            Attach();
        }

        Kids.Add(kid);
    }

    private void Attach()
    {
        if (!_attached)
        {
            _attached = true;
            Parent?.Add(new StructKid(this, 0, 0, 0));
        }
    }
}

/// <summary>One thing in an element: another element, marked content of a page, or an annotation.</summary>
/// <param name="Element">The element; null for the others.</param>
/// <param name="Page">The page's index.</param>
/// <param name="Mark">The marked content's number on its page.</param>
/// <param name="Annotation">The annotation's object number; 0 where it is marked content.</param>
internal readonly record struct StructKid(StructElement? Element, int Page, int Mark, int Annotation);
