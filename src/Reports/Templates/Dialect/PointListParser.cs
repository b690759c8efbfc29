using Markdig.Helpers;
using Markdig.Parsers;

namespace EmrSec.Reports.Templates.Dialect;

/// <summary>Reads the points of laws, «a)» to «y)» with «đ)» among them, as a list.</summary>
internal sealed class PointListParser : OrderedListItemParser
{
    /// <summary>What Markdig calls lists of this kind.</summary>
    public const char Bullet = 'a';

    private const string Letters = "abcdđeghiklmnopqrstuvxy";

    /// <summary>A parser of points.</summary>
    public PointListParser() => OpeningCharacters = Letters.ToCharArray();

    /// <inheritdoc/>
    public override bool TryParse(BlockProcessor state, char pendingBulletType, out ListInfo result)
    {
        result = default;
        var number = Letters.IndexOf(state.CurrentChar, StringComparison.Ordinal) + 1;
        if (number == 0 || state.PeekChar(1) != ')' || !state.PeekChar(2).IsSpaceOrTab())
        {
            return false;
        }

        state.NextChar();
        result = new ListInfo(Bullet, number.ToString(CultureInfo.InvariantCulture), ')', "1");
        state.NextChar();
        return true;
    }
}
