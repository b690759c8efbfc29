namespace EmrSec.Dossiers.Presets;

/// <summary>What a preset knows of a facility of its kind.</summary>
/// <param name="Facility">Facts about the facility.</param>
/// <param name="Systems">The systems such a facility has.</param>
internal sealed record PresetOutline(FactSet Facility, IReadOnlyList<PresetSystem> Systems);

/// <summary>A system, or a component, that a preset proposes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Note">What it is, in Vietnamese; may be empty.</param>
/// <param name="Facts">The facts known beforehand.</param>
/// <param name="Ask">The facts to be asked, in this order.</param>
/// <param name="Components">Its components.</param>
internal sealed record PresetSystem(
    string Id,
    string Name,
    string Note,
    FactSet Facts,
    IReadOnlyList<FactDefinition> Ask,
    IReadOnlyList<PresetSystem> Components)
{
    /// <summary>The facts it shows: known ones in the catalogue's order, then those asked.</summary>
    public IEnumerable<FactDefinition> Shown => Facts.Declared.Select(pair => pair.Key).Concat(Ask).Distinct();

    /// <summary>The facts that it or a component shows.</summary>
    public IEnumerable<FactDefinition> ShownAnywhere => Shown.Concat(Components.SelectMany(component => component.ShownAnywhere));
}
