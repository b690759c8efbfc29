using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Pages;

/// <summary>The levels: a table at a glance, then each system with its ground, why not higher, and what was presumed.</summary>
internal static class LevelSection
{
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

    private static Span Proposed(LevelResult level) => new(LevelWords.Proposal(level), (level.System.ProposedLevel, level.Agrees) switch
    {
        (null, _) => Tone.Muted,
        (_, true) => Tone.Good,
        (var proposed, false) when proposed < level.AtLeast => Tone.Bad,
        _ => Tone.Warn,
    });

    private static void WriteSystem(Page page, LevelResult level)
    {
        page.Head(3, $"{level.System.Name} ({level.System.Id}): ", Words.Level(level));
        foreach (var ground in LevelWords.Grounds(level))
        {
            WriteGround(page, ground);
        }

        if (LevelWords.Principle(level) is { } principle)
        {
            page.Item(1, "Nguyên tắc: ", principle);
        }

        if (level.System.ProposedLevel is not null)
        {
            page.Item(1, "Cơ sở đề xuất: ", Proposed(level));
        }

        foreach (var higher in LevelWords.Higher(level))
        {
            page.Item(1, $"{higher.Head}: ", new Span(higher.Text, higher.IsOpen ? Tone.Warn : Tone.Muted));
        }

        if (LevelWords.Inexact(level) is { } inexact)
        {
            page.Item(1, "Lưu ý: ", new Span(inexact, Tone.Warn));
        }

        if (LevelWords.Depends(level) is { } depends)
        {
            page.Item(1, "Còn tuỳ: ", depends);
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

    private static void WriteGround(Page page, GroundText ground)
    {
        page.Item(1, $"{ground.Head}: ", ground.Law);
        if (ground.Components.Count > 0)
        {
            page.Item(2, "do thành phần: ", new Span(string.Join("; ", ground.Components), Tone.Strong));
        }

        page.Item(2, "vì ", ground.Facts);
    }
}
