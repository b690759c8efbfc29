namespace EmrSec.Reports.Documents;

/// <summary>What stands before the items of a list.</summary>
public enum ListKind
{
    /// <summary>«-».</summary>
    Dash,

    /// <summary>«+»: under a dash.</summary>
    Plus,

    /// <summary>«1.», «2.»: khoản.</summary>
    Number,

    /// <summary>«a)», «b)», «c)», «d)», «đ)»: điểm, in the order of the Vietnamese alphabet.</summary>
    Letter,
}

/// <summary>A list.</summary>
/// <param name="Kind">What stands before its items.</param>
/// <param name="Items">The items.</param>
public sealed record BlockList(ListKind Kind, IReadOnlyList<ListItem> Items) : Block
{
    /// <summary>The number of the first item, from 1.</summary>
    public int Start { get; init; } = 1;

    /// <summary>What stands before an item.</summary>
    /// <param name="index">The item's place among <see cref="Items"/>, from 0.</param>
    public string Label(int index) => Kind switch
    {
        ListKind.Dash => "-",
        ListKind.Plus => "+",
        ListKind.Number => string.Create(CultureInfo.InvariantCulture, $"{Start + index}."),
        _ => PointLetter(Start + index) + ")",
    };

    // The letters that laws number points with: no ă, â, ê, ô, ơ, ư. After y follow aa, ab, …
    private static string PointLetter(int number)
    {
        const string Letters = "abcdđeghiklmnopqrstuvxy";
        var text = "";
        for (var rest = number; rest > 0; rest = (rest - 1) / Letters.Length)
        {
            text = Letters[(rest - 1) % Letters.Length] + text;
        }

        return text;
    }
}

/// <summary>An item of a list.</summary>
/// <param name="Blocks">What it consists of; further lists may stand in it.</param>
public sealed record ListItem(IReadOnlyList<Block> Blocks)
{
    /// <summary>An item of one paragraph.</summary>
    /// <param name="text">Its text.</param>
    public ListItem(RichText text)
        : this([new Paragraph(text)])
    {
    }
}
