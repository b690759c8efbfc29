using System.Globalization;
using EmrSec.Reports.Pdf;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Pdf;

/// <summary>Every paper is a sound file to programs that we did not write, and the same file every time.</summary>
public sealed class SoundnessTests
{
    [Theory]
    [ClassData(typeof(PaperNames))]
    public void Qpdf_finds_nothing_wrong(string paper)
    {
        using var written = new Written(PaperNames.Paper(paper));

        var report = Tool.Qpdf("--check", written.Path);

        report.ShouldContain("No syntax or stream encoding errors found");
        report.ShouldNotContain("WARNING");
    }

    [Theory]
    [ClassData(typeof(PaperNames))]
    public void Poppler_draws_every_page_without_a_complaint(string paper)
    {
        using var written = new Written(PaperNames.Paper(paper));
        for (var page = 1; page <= written.Result.Pages; page++)
        {
            written.Picture("png", page).Length.ShouldBeGreaterThan(1000);
        }
    }

    // PDF/A-1b is judged; PDF/A-2a keeps nearly all of it. Its own part number and the absence of a CIDSet, which part 2 no
    // longer asks for (ISO 19005-2, 6.2.11.4.2), are the only differences that there may be.
    [Theory]
    [ClassData(typeof(PaperNames))]
    public void Preflight_finds_only_what_part_1_has_otherwise(string paper)
    {
        using var written = new Written(PaperNames.Paper(paper));

        var findings = Tool.Preflight(written.Path).Skip(1).ToList();

        findings.ShouldContain(line => line.StartsWith("7.11.2 ", StringComparison.Ordinal));
        findings.RemoveAll(line => line.Contains("The CIDSet entry is missing", StringComparison.Ordinal) || line == "7.11.2 : Error on MetaData, part must be 1");
        findings.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(PaperNames))]
    public void All_fonts_are_embedded_subset_and_map_to_unicode(string paper)
    {
        using var written = new Written(PaperNames.Paper(paper));

        var fonts = Tool.Poppler("pdffonts", written.Path).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

        fonts.Length.ShouldBeInRange(1, 4);
        foreach (var font in fonts)
        {
            font.ShouldMatch(@"^[A-Z]{6}\+LiberationSerif(-\w+)? +CID TrueType +Identity-H +yes yes yes ");
        }
    }

    [Theory]
    [ClassData(typeof(PaperNames))]
    public void The_file_says_what_it_is(string paper)
    {
        var document = PaperNames.Paper(paper);
        using var written = new Written(document);

        var info = Tool.Poppler("pdfinfo", "-isodates", written.Path).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2)).ToDictionary(parts => parts[0], parts => parts[1].Trim());

        info["Title"].ShouldBe(document.Info.Title);
        info["Author"].ShouldBe(document.Info.Author);
        info["Tagged"].ShouldBe("yes");
        info["Suspects"].ShouldBe("no");
        info["JavaScript"].ShouldBe("no");
        info["Encrypted"].ShouldBe("no");
        info["PDF version"].ShouldBe("1.7");
        info["CreationDate"].ShouldBe("2025-11-05T08:30:00+07");
        info["Pages"].ShouldBe(written.Result.Pages.ToString(CultureInfo.InvariantCulture));
        new ParsedPdf(written.Path).Text(new ParsedPdf(written.Path).Catalog, "/Lang").ShouldBe("vi-VN");
    }

    [Theory]
    [ClassData(typeof(PaperNames))]
    public void The_same_paper_gives_the_same_bytes_under_any_culture_and_thread(string paper)
    {
        var before = CultureInfo.CurrentCulture;
        using var first = new Written(PaperNames.Paper(paper));
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Bytes(paper).ShouldBe(first.Bytes);
            var many = new byte[8][];
            Parallel.For(0, many.Length, i => many[i] = Bytes(paper));
            many.ShouldAllBe(bytes => bytes.SequenceEqual(first.Bytes));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Another_paper_has_another_identifier()
    {
        using var letter = new Written(SamplePapers.Letter());
        using var draft = new Written(SamplePapers.Letter(isDraft: true));

        Identifier(letter).ShouldNotBe(Identifier(draft));
    }

    private static string Identifier(Written written) => new ParsedPdf(written.Path).Trailer.GetProperty("/ID")[0].GetString()!;

    private static byte[] Bytes(string paper)
    {
        using var stream = new MemoryStream();
        PdfWriter.Write(PaperNames.Paper(paper), stream);
        return stream.ToArray();
    }
}
