using EmrSec.Rules.Completeness;

namespace EmrSec.Dossiers;

/// <summary>A body with a duty for the systems, as the dossier names it (12/2022/TT-BTTTT, Điều 8, khoản 3, điểm a và điểm b).</summary>
public sealed record ResponsibleBody
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>The document that lays down its functions.</summary>
    public string? FunctionsDocument { get; init; }

    /// <summary>Who represents it.</summary>
    public string? Representative { get; init; }

    /// <summary>The representative's position.</summary>
    public string? Title { get; init; }

    /// <summary>Its address.</summary>
    public string? Address { get; init; }

    /// <summary>Its telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Its e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Where it is declared.</summary>
    public SourcePosition Position { get; init; }

    internal SheetPart ToSheet() => SheetForm.At(Position)
        .With("name", Name)
        .With("functionsDocument", FunctionsDocument)
        .With("representative", Representative)
        .With("title", Title)
        .With("address", Address)
        .With("phone", Phone)
        .With("email", Email)
        .Part();
}
