namespace EmrSec.Dossiers.Store;

/// <summary>
/// An entry of the audit trail. Entries are only ever added; each carries the hash of the one before, so that none can be changed or taken
/// out without it being found.
/// </summary>
/// <param name="Number">Its number, from 1 without gaps.</param>
/// <param name="At">When.</param>
/// <param name="Account">Who.</param>
/// <param name="Role">In what capacity.</param>
/// <param name="Action">What was done, such as <c>case.submit</c>.</param>
/// <param name="Subject">To what: a case's number, an account, the store.</param>
/// <param name="Before">What was there before, as JSON; null where nothing was.</param>
/// <param name="After">What is there now, as JSON, with the hash of every row written; null where nothing is.</param>
/// <param name="Reason">Why; null where nothing was said.</param>
/// <param name="Previous">The hash of the entry before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 over everything above, 64 lower-case hexadecimal digits.</param>
public sealed record AuditEntry(long Number, DateTimeOffset At, string Account, ActorRole Role, string Action, string Subject, string? Before, string? After, string? Reason, string Previous, string Hash);
