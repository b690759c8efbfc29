namespace EmrSec.Rules.Packs;

/// <summary>A place in a document that binds (căn cứ).</summary>
/// <param name="Document">How citations of the document begin, such as <c>85/2016/NĐ-CP</c>.</param>
/// <param name="Article">Điều, or null.</param>
/// <param name="Clause">Khoản, or null.</param>
/// <param name="Point">Điểm, or null.</param>
/// <param name="Section">Mục, or null.</param>
public sealed record Citation(string Document, string? Article, string? Clause, string? Point, string? Section)
{
    /// <summary><c>85/2016/NĐ-CP, Điều 9, khoản 2, điểm c</c>.</summary>
    public override string ToString()
    {
        var text = Document;
        text += Section is null ? "" : $", mục {Section}";
        text += Article is null ? "" : $", Điều {Article}";
        text += Clause is null ? "" : $", khoản {Clause}";
        return text + (Point is null ? "" : $", điểm {Point}");
    }
}

/// <summary>A document that binds.</summary>
/// <param name="Number">Its number, as far as it is known.</param>
/// <param name="Cite">How citations of it begin.</param>
/// <param name="Title">Its title.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Issued">The day it was issued; where <paramref name="IsApproximate"/>, the day that stands for it.</param>
/// <param name="IsApproximate">The original names no day.</param>
/// <param name="Grounds">What it carries out.</param>
public sealed record LegalDocument(string Number, string Cite, string Title, string Issuer, DateOnly Issued, bool IsApproximate, IReadOnlyList<string> Grounds)
{
    /// <summary>Whether the pack gives its wording condensed; what is condensed is never shown as a quotation.</summary>
    public bool IsCondensed { get; init; }

    /// <summary>What the document says: in quotation marks only where these are its own words.</summary>
    /// <param name="wording">The wording as the pack gives it.</param>
    public string Quote(string wording) => IsCondensed ? $"{wording} (viết gọn)" : $"«{wording}»";
}

/// <summary>The days on which a pack is in force, both inclusive.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null = open.</param>
public sealed record InForce(DateOnly From, DateOnly? To)
{
    /// <summary>Whether the pack is in force on a day.</summary>
    /// <param name="day">The day.</param>
    public bool Covers(DateOnly day) => From <= day && (To is not { } to || day <= to);
}

/// <summary>What every pack has: a piece of the law as data.</summary>
/// <param name="Id">Its id, such as <c>nd85-2016</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Title">Its title, in Vietnamese.</param>
/// <param name="Document">The document it encodes.</param>
/// <param name="InForce">When it is in force.</param>
/// <param name="Sha256">SHA-256 of its file, lower-case hexadecimal.</param>
/// <param name="Position">Where it is.</param>
public sealed record PackHeader(string Id, string Version, string Title, LegalDocument Document, InForce InForce, string Sha256, SourcePosition Position);
