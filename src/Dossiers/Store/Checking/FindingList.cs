namespace EmrSec.Dossiers.Store.Checking;

/// <summary>Collects findings; a ruined store must not fill the memory with them.</summary>
internal sealed class FindingList
{
    /// <summary>The most that are kept.</summary>
    public const int Limit = 200;

    private readonly List<StoreFinding> _items = [];

    public IReadOnlyList<StoreFinding> Items => _items;

    public int Dropped { get; private set; }

    /// <summary>Adds a finding; the first ones are kept, errors before what is only worth knowing.</summary>
    public void Add(string code, FormattableString message, bool isError = true)
    {
        var finding = new StoreFinding(code, message.ToString(CultureInfo.InvariantCulture), isError);
        if (_items.Count < Limit)
        {
            _items.Add(finding);
            return;
        }

        Dropped++;
        if (isError && _items.FindLastIndex(item => !item.IsError) is >= 0 and var lesser)
        {
            _items.RemoveAt(lesser);
            _items.Add(finding);
        }
    }
}
