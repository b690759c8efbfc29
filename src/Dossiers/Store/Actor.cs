namespace EmrSec.Dossiers.Store;

/// <summary>In what capacity somebody acts.</summary>
public enum ActorRole
{
    /// <summary>Compiles, submits and answers for a facility (đơn vị vận hành).</summary>
    Facility,

    /// <summary>Receives and appraises (thẩm định).</summary>
    Appraiser,

    /// <summary>Approves or refuses (phê duyệt).</summary>
    Approver,

    /// <summary>Keeps the store and its users; decides nothing about dossiers.</summary>
    Administrator,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor,
}

/// <summary>Who does something, for the audit trail.</summary>
/// <param name="Account">The account's name, unique in the store.</param>
/// <param name="Role">In what capacity.</param>
/// <param name="FullName">Full name; null where not known.</param>
/// <param name="Body">The body acted for: a facility's code for <see cref="ActorRole.Facility"/>, else the body's name; null where not known.</param>
public sealed record Actor(string Account, ActorRole Role, string? FullName = null, string? Body = null);

/// <summary>An account of the store. One person has one account, with every capacity it may act in.</summary>
/// <param name="Account">Its name: 1–64 of a–z, 0–9, «.», «-», «_», «@», «\» and spaces inside; compared ordinally.</param>
/// <param name="FullName">Full name.</param>
/// <param name="Roles">The capacities it may act in.</param>
/// <param name="Body">As in <see cref="Actor.Body"/>.</param>
/// <param name="Email">Where digests go; null = none.</param>
/// <param name="IsActive">Whether it may act.</param>
public sealed record StoreUser(string Account, string FullName, IReadOnlyList<ActorRole> Roles, string? Body, string? Email, bool IsActive = true);
