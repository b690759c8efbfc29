using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;

namespace EmrSec.Assessor.Pages;

/// <summary>The levels: a table at a glance, then each system with its ground, why not higher, and what was presumed.</summary>
internal static class LevelSection
{
    /// <summary>More open criteria of one level than this are named together, not one by one.</summary>
    private const int MostSpeltOut = 2;

    public static void Write(Page page, Assessment assessment)
    {
        page.Head(2, "1. CẤP ĐỘ CỦA TỪNG HỆ THỐNG");
        page.Table(
            ["Mã", "Hệ thống", "Cấp độ", "Căn cứ", "Cơ sở đề xuất"],
            [.. assessment.Systems.Select(level => (IReadOnlyList<Span>)[level.System.Id, level.System.Name, Words.Level(level), Citation(level), Proposed(level)])]);
        page.Blank();
        foreach (var (index, level) in assessment.Systems.Index())
        {
            WriteSystem(page, level);
            WriteProcedure(page, assessment, index);
            page.Blank();
        }

        WritePresumed(page, assessment);
    }

    private static void WriteProcedure(Page page, Assessment assessment, int index)
    {
        if (assessment.Procedure is { } procedure)
        {
            ProcedureSection.WriteAuthority(page, procedure.Authorities[index]);
            ProcedureSection.WriteClocks(page, procedure.Clocks.Where(clock => ReferenceEquals(clock.System, assessment.Systems[index])));
        }
    }

    private static string Citation(LevelResult level) =>
        level.Grounds.Count == 0 ? "–" : level.Grounds[0].Criterion.Citation.ToString();

    private static Span Proposed(LevelResult level) => (level.System.ProposedLevel, level.Agrees) switch
    {
        (null, _) => new Span("chưa đề xuất", Tone.Muted),
        (var proposed, true) => new Span($"cấp độ {proposed}: phù hợp", Tone.Good),
        (var proposed, false) when proposed < level.AtLeast => new Span($"cấp độ {proposed}: THẤP hơn luật", Tone.Bad),
        (var proposed, false) => new Span($"cấp độ {proposed}: cao hơn luật", Tone.Warn),
        var (proposed, _) => new Span($"cấp độ {proposed}: chưa kết luận được", Tone.Warn),
    };

    private static void WriteSystem(Page page, LevelResult level)
    {
        page.Head(3, $"{level.System.Name} ({level.System.Id}): ", Words.Level(level));
        foreach (var group in level.Grounds.GroupBy(ground => ground.Criterion.Id, StringComparer.Ordinal))
        {
            WriteGround(page, level, [.. group]);
        }

        if (level.ByComponents)
        {
            var principle = level.Regime.Components;
            page.Item(1, "Nguyên tắc: ", $"hệ thống gồm nhiều thành phần thì lấy cấp độ cao nhất của các thành phần ({principle.Citation}).");
        }

        if (level.System.ProposedLevel is not null)
        {
            page.Item(1, "Cơ sở đề xuất: ", Proposed(level));
        }

        WriteNotHigher(page, level);
        if (!level.IsExact)
        {
            page.Item(1, "Lưu ý: ", new Span("còn quá nhiều dữ kiện chưa khai nên khoảng trên là khoảng ngoài, có thể hẹp hơn.", Tone.Warn));
        }

        if (level.Missing.Count > 0)
        {
            page.Item(1, "Còn tuỳ: ", string.Join("; ", level.Missing.Select(missing => LevelText.Name(missing.Fact, missing.System, level))));
        }
    }

    /// <summary>What was presumed, each once with the systems that it mattered to.</summary>
    private static void WritePresumed(Page page, Assessment assessment)
    {
        var presumed = assessment.Systems.SelectMany(level => level.Presumed).GroupBy(each => $"{each.Fact.Label}: {FactText.Describe(each.Fact, each.Value)}", StringComparer.Ordinal).ToList();
        if (presumed.Count == 0)
        {
            return;
        }

        page.Head(3, "Giả định đã dùng (điều hầu như không cơ sở nào có, không khai thì coi như vậy; tắt bằng --no-presumptions):");
        foreach (var group in presumed)
        {
            page.Item(
                1,
                "• ",
                new Span(group.Key, Tone.Strong),
                new Span($" [{string.Join(", ", group.Select(each => each.System.Id))}]. {group.First().Why}", Tone.Muted));
        }

        page.Blank();
    }

    private static void WriteGround(Page page, LevelResult level, IReadOnlyList<LevelGround> grounds)
    {
        var criterion = grounds[0].Criterion;
        var head = level.Status == LevelStatus.Determined ? "Căn cứ: " : $"Ít nhất cấp độ {criterion.Level}: ";
        page.Item(1, head, $"{criterion.Citation}: {level.Regime.Header.Document.Quote(criterion.Wording)}");
        var components = grounds.Select(ground => ground.Component).OfType<SystemProfile>().ToList();
        if (components.Count > 0)
        {
            page.Item(2, "do thành phần: ", new Span(string.Join("; ", components.Select(component => $"{component.Name} ({component.Id})")), Tone.Strong));
        }

        var own = grounds.FirstOrDefault(ground => ground.Component is null) ?? grounds[0];
        page.Item(2, "vì ", string.Join("; ", own.Facts.Select(fact => $"{LevelText.Lower(fact.Fact.Label)}: {fact.ValueText}").Distinct(StringComparer.Ordinal)));
    }

    /// <summary>For every higher level the criteria, gathered by the fact that speaks against them.</summary>
    private static void WriteNotHigher(Page page, LevelResult level)
    {
        foreach (var group in level.NotHigher.GroupBy(higher => higher.Criterion.Level).OrderBy(group => group.Key))
        {
            var isOpen = group.Any(higher => higher.IsOpen);
            page.Item(1, $"{(isOpen ? "Có thể là" : "Không phải")} cấp độ {group.Key}: ", isOpen ? Open(group, level) : Closed(group, level));
        }
    }

    private static Span Open(IEnumerable<NotHigher> criteria, LevelResult level)
    {
        var open = criteria.Where(higher => higher.IsOpen).ToList();
        if (open.Count > MostSpeltOut)
        {
            var facts = open.SelectMany(higher => higher.Because).Select(reason => LevelText.Lower(LevelText.Name(reason.Fact, reason.Component, level))).Distinct(StringComparer.Ordinal);
            return new Span($"theo {string.Join(", ", open.Select(higher => Article(higher.Criterion)))}, tuỳ {string.Join(", ", facts)}", Tone.Warn);
        }

        var parts = open
            .Select(higher => $"{Article(higher.Criterion)} nếu {LevelText.If(higher, level)}");
        return new Span(string.Join(" · ", parts), Tone.Warn);
    }

    private static Span Closed(IEnumerable<NotHigher> criteria, LevelResult level)
    {
        var parts = criteria
            .GroupBy(higher => LevelText.Against(higher, level), StringComparer.Ordinal)
            .Select(group => $"{string.Join(", ", group.Select(higher => Article(higher.Criterion)))} vì {group.Key}");
        return new Span(string.Join(" · ", parts), Tone.Muted);
    }

    private static string Article(Criterion criterion)
    {
        var citation = criterion.Citation;
        return $"Đ{citation.Article}{(citation.Clause is null ? "" : "." + citation.Clause)}{citation.Point}";
    }
}
