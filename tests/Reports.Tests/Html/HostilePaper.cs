using EmrSec.Reports.Documents;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Html;

/// <summary>Every member that carries text carries an attack.</summary>
internal static class HostilePaper
{
    public const string Attack = "</title></style></script></svg>\"'><script>alert(1)</script><img src=x onerror=alert(1)><!-- ]]> &lt; &#60; {{x}} url(javascript:alert(1))";

    public const string Address = "https://example.vn/?a=\"><script>alert(1)</script>&b='onclick='x";

    private const string Id = "a\" onclick=alert(1) <script>";

    public static Document Make() => new()
    {
        IsDraft = true,
        Info = new DocumentInfo { Title = Attack, Author = Attack, Subject = Attack, Keywords = [Attack], Created = SamplePapers.Created },
        Attachment = new AttachmentMark(Attack, SamplePapers.Created, "kem-theo"),
        Sections = [new Section { Annex = new Annex(Attack, Attack, Attack), Blocks = [.. Texts(), .. Figures()] }],
    };

    private static IEnumerable<Block> Texts() =>
    [
        new Letterhead { SuperiorBody = Attack, IssuingBody = Attack, Number = Attack, PlaceAndDate = Attack, Regarding = Attack },
        new TitleBlock(Attack, Attack) { Authority = Attack },
        new Recipients([Attack]),
        new Recipients([Attack, Attack]),
        new LegalGrounds([Attack]),
        .. Enum.GetValues<HeadingKind>().Select(kind => new Heading(kind, Attack) { Label = Attack, Id = Id + kind, RunIn = kind == HeadingKind.Article ? Attack : RichText.Empty }),
        new Paragraph([new Run(Attack, RunStyle.Bold | RunStyle.Italic | RunStyle.Underline | RunStyle.Missing, Address), new Run(Attack, RunStyle.None, "#" + Id + HeadingKind.Part)]),
        new BlockList(ListKind.Letter, [new ListItem(Attack)]),
        new Table { Caption = Attack, Columns = [.. Enumerable.Repeat(new TableColumn(ColumnWidth.Share()), 4)], Rows = [new TableRow([.. Enumerable.Repeat(new TableCell(Attack), 4)]), new TableRow([.. Enumerable.Repeat(new TableCell(Attack) { IsRowHeader = true }, 4)])] },
        new PageBreak(),
        new SignatureBlock([new Signer([Attack], Attack, "mot") { FieldLabel = Attack, SealFieldName = "dau" }], [Attack]),
    ];

    private static IEnumerable<Block> Figures() =>
    [
        Figure(new BarChart(BarDirection.Horizontal, [Attack], [new(Attack, [1]), new(Attack, [2])]) { Unit = Attack }),
        Figure(new BarChart(BarDirection.Vertical, [Attack], [new(Attack, [1])]) { Unit = Attack }),
        Figure(new DonutChart([new(Attack, 1)], Attack)),
        Figure(new HeatMap([Attack], [Attack], [[new HeatCell(0.5m, Attack)]])),
        Figure(new Timeline([new(new DateOnly(2026, 1, 1), Attack, EventState.Open)])),
        Figure(new QrCode(Attack)),
        Figure(new RasterImage(Pixel)),
    ];

    /// <summary>A PNG of one pixel.</summary>
    public static byte[] Pixel { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static Figure Figure(FigureContent content) => new(content, Attack) { Caption = Attack };
}
