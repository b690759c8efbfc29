using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Templates.Dialect;

/// <summary>Puts blocks into sections as directives turn the page or begin an annex.</summary>
/// <param name="orientation">The way up of the first pages.</param>
internal sealed class SectionBuilder(PageOrientation orientation)
{
    private readonly List<Section> _sections = [];
    private List<Block> _blocks = [];
    private PageOrientation _orientation = orientation;
    private Annex? _annex;
    private bool _signed;

    /// <summary>Adds blocks to the section at hand.</summary>
    /// <param name="blocks">The blocks.</param>
    public void Add(params IEnumerable<Block> blocks) => _blocks.AddRange(blocks);

    /// <summary>Turns the pages from here on.</summary>
    /// <param name="orientation">The way up.</param>
    public void Turn(PageOrientation orientation)
    {
        if (orientation == _orientation)
        {
            return;
        }

        if (_blocks.Count > 0)
        {
            Close();
        }

        _orientation = orientation;
    }

    /// <summary>Begins an annex.</summary>
    /// <param name="annex">Its heading.</param>
    /// <param name="orientation">The way up of its pages.</param>
    /// <param name="signatures">The signatures, which stand before the first annex.</param>
    public void Begin(Annex annex, PageOrientation orientation, SignatureBlock? signatures)
    {
        Sign(signatures);
        Close();
        (_annex, _orientation) = (annex, orientation);
    }

    /// <summary>Places the signatures here, unless they stand already.</summary>
    /// <param name="signatures">The signatures; null for none.</param>
    public void Sign(SignatureBlock? signatures)
    {
        if (!_signed && signatures is not null)
        {
            _blocks.Add(signatures);
        }

        _signed = true;
    }

    /// <summary>The sections.</summary>
    public IReadOnlyList<Section> Finish()
    {
        Close();
        return _sections;
    }

    private void Close()
    {
        if (_blocks.Count > 0 || _annex is not null)
        {
            _sections.Add(new Section { Orientation = _orientation, Annex = _annex, Blocks = _blocks });
        }

        // The pages that a turned page leads back to still belong to the annex, which has its heading once.
        (_blocks, _annex) = ([], null);
    }
}
