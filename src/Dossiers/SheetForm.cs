using EmrSec.Rules.Completeness;

namespace EmrSec.Dossiers;

/// <summary>Fills in one part of the form that the rules see; what is not declared is left out.</summary>
internal sealed class SheetForm
{
    private readonly SourcePosition _position;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    private SheetForm(SourcePosition position) => _position = position;

    public static SheetForm At(SourcePosition position) => new(position);

    public SheetForm With(string key, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _texts[key] = text;
        }

        return this;
    }

    public SheetPart Part() => new(_position, _texts);
}
