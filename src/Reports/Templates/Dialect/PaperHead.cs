using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Templates.Dialect;

/// <summary>What the front matter of a template says.</summary>
/// <param name="Info">What the file says about itself.</param>
/// <param name="Style">Sizes and spacing.</param>
/// <param name="Orientation">The way up of the first pages.</param>
/// <param name="Blocks">Letterhead, title and addressees, in this order, those that are given.</param>
/// <param name="Signatures">The signature block; null where nobody signs.</param>
internal sealed record PaperHead(DocumentInfo Info, DocumentStyle Style, PageOrientation Orientation, IReadOnlyList<Block> Blocks, SignatureBlock? Signatures);
