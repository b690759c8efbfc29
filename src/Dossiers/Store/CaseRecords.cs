namespace EmrSec.Dossiers.Store;

/// <summary>A revision of a dossier, without its content. Revisions are kept for ever.</summary>
/// <param name="Case">The case.</param>
/// <param name="Number">Its number, from 1 without gaps.</param>
/// <param name="Sha256">Hash of the canonical JSON, 64 lower-case hexadecimal digits.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Author">The account that wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Note">What it is about; null where nothing was said.</param>
public sealed record RevisionHeader(CaseId Case, int Number, string Sha256, int Size, string Author, DateTimeOffset At, string? Note);

/// <summary>A revision about to be written.</summary>
/// <param name="Content">The dossier as canonical JSON.</param>
/// <param name="Facts">The dossier's facts and answers as flat arrays, for re-assessment; empty where not computed.</param>
/// <param name="FactsLayout">Names the layout of <paramref name="Facts"/>: it changes when the facts or requirements there are change.</param>
/// <param name="Note">What it is about.</param>
public sealed record NewRevision(ReadOnlyMemory<byte> Content, ReadOnlyMemory<byte> Facts, string FactsLayout, string? Note);

/// <summary>A current revision's flat arrays.</summary>
/// <param name="Case">The case.</param>
/// <param name="Revision">Of which revision.</param>
/// <param name="Layout">Their layout.</param>
/// <param name="Facts">The arrays.</param>
public sealed record StoredFacts(CaseId Case, int Revision, string Layout, ReadOnlyMemory<byte> Facts);

/// <summary>A step of a case from one state to another.</summary>
/// <param name="Case">The case.</param>
/// <param name="Number">Which step of the case, from 1.</param>
/// <param name="From">Whence; null when it was opened.</param>
/// <param name="To">Whither.</param>
/// <param name="Day">The day that counts for the law's clocks (the day on the paper).</param>
/// <param name="At">The moment it was entered.</param>
/// <param name="Account">Who took it.</param>
/// <param name="Role">In what capacity.</param>
/// <param name="Revision">The revision it was about.</param>
/// <param name="Reason">Why; null where nothing was said.</param>
/// <param name="Paper">The hash of the paper that the step was taken by; null where it has none.</param>
public sealed record CaseStep(CaseId Case, int Number, CaseState? From, CaseState To, DateOnly Day, DateTimeOffset At, string Account, ActorRole Role, int Revision, string? Reason, string? Paper);

/// <summary>A paper filed with a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Kind">Its kind, as papers are called («decision»).</param>
/// <param name="Sha256">The file's hash.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Revision">The revision it was made from.</param>
/// <param name="Signers">Who signed it, as verified; empty for a paper made and not signed yet.</param>
/// <param name="Account">Who filed it.</param>
/// <param name="At">When.</param>
public sealed record FiledPaper(CaseId Case, string Kind, string Sha256, long Size, string Name, int Revision, IReadOnlyList<string> Signers, string Account, DateTimeOffset At);

/// <summary>A piece of evidence. A new upload under the same name is its next revision; the old one stays.</summary>
/// <param name="Case">The case.</param>
/// <param name="Name">Its name, unique in the case: a cleaned file name in NFC, Vietnamese letters kept.</param>
/// <param name="Number">Which revision of it, from 1.</param>
/// <param name="Sha256">The content's hash.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="MediaType">What its first bytes show it to be.</param>
/// <param name="Requirements">The requirements it proves, as answers name them («tt12.m.1.1.1», «emr/tt12.c.server.auth»).</param>
/// <param name="Issued">The day it was issued; null where not declared.</param>
/// <param name="ValidUntil">The last day it holds; null = without end.</param>
/// <param name="Account">Who uploaded it.</param>
/// <param name="At">When.</param>
public sealed record EvidenceRecord(CaseId Case, string Name, int Number, string Sha256, long Size, string MediaType, IReadOnlyList<string> Requirements, DateOnly? Issued, DateOnly? ValidUntil, string Account, DateTimeOffset At);

/// <summary>A reviewer's comment on one place of a dossier.</summary>
/// <param name="Case">The case.</param>
/// <param name="Number">Its number in the case, from 1.</param>
/// <param name="Revision">The revision it was made on.</param>
/// <param name="Target">What it is about: a requirement («emr/tt12.c.server.auth») or a field («systems.emr.users»).</param>
/// <param name="Text">What it says.</param>
/// <param name="Account">Who made it.</param>
/// <param name="At">When.</param>
/// <param name="Reply">The facility's answer; null while open.</param>
/// <param name="RepliedBy">Who answered.</param>
/// <param name="RepliedAt">When.</param>
/// <param name="IsSettled">Whether the reviewer has settled it.</param>
public sealed record ReviewComment(CaseId Case, int Number, int Revision, string Target, string Text, string Account, DateTimeOffset At, string? Reply, string? RepliedBy, DateTimeOffset? RepliedAt, bool IsSettled);

/// <summary>An assessment kept with a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Revision">Of which revision.</param>
/// <param name="AsOf">The day it speaks of.</param>
/// <param name="Packs">The packs used, «id version sha256», by id.</param>
/// <param name="Content">It, as <c>emrsec.assessment/1</c>, UTF-8.</param>
/// <param name="At">When it was made.</param>
public sealed record StoredAssessment(CaseId Case, int Revision, DateOnly AsOf, IReadOnlyList<string> Packs, ReadOnlyMemory<byte> Content, DateTimeOffset At);
