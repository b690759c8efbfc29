using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Obligations;

namespace EmrSec.Assessor.Interviews;

/// <summary>Holds an interview on a terminal (or over a pipe): puts the questions, reads the answers, shows what each one settles.</summary>
internal sealed class InterviewScreen(Interview interview, Screen screen, DateOnly asOf)
{
    private static readonly string[] Unknown = ["", "kb", "không biết", "khong biet"];
    private static readonly string[] Backwards = ["ql", "quay lại", "quay lai", "<"];
    private static readonly string[] Quit = ["thoát", "thoat", "q", "quit", "exit"];

    /// <summary>Runs to the end, or until the person stops.</summary>
    /// <returns>An exit code.</returns>
    public int Run()
    {
        ShowStart();
        while (interview.Current is { } question)
        {
            Put(question);
            if (Listen(question) is { } exit)
            {
                return exit;
            }
        }

        ShowEnd();
        return ExitCodes.Done;
    }

    private static bool IsOneOf(string[] words, string typed) => words.Contains(typed, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads lines until one moves the interview on; an exit code where it ends.</summary>
    private int? Listen(OpenQuestion question)
    {
        while (true)
        {
            screen.Out.Write("> ");
            screen.Out.Flush();
            if (screen.In.ReadLine() is not { } line)
            {
                screen.Out.WriteLine();
                ShowEnd();
                return ExitCodes.Done;
            }

            var typed = line.Trim().Normalize();
            if (IsOneOf(Quit, typed))
            {
                ShowEnd();
                return ExitCodes.Done;
            }

            if (typed is "?")
            {
                ShowHelp(question.Fact);
            }
            else if (Take(question, typed) is var (moved, exit) && (moved || exit is not null))
            {
                return exit;
            }
        }
    }

    private (bool Moved, int? Exit) Take(OpenQuestion question, string typed)
    {
        var before = interview.Assessment;
        var diagnostics = new DiagnosticBag();
        if (IsOneOf(Unknown, typed))
        {
            interview.Skip(question);
            screen.Show(new Page().Line(new Span("Đã bỏ qua câu này.", Tone.Muted)).Blank());
            return (true, null);
        }

        if (IsOneOf(Backwards, typed))
        {
            return Back(before, diagnostics);
        }

        if (AnswerReader.Read(question.Fact, typed, asOf, out var error) is not { } value)
        {
            screen.Out.WriteLine($"Chưa hiểu «{typed}»: {error}. (?: giải thích, kb: không biết, ql: quay lại, thoát)");
            return (false, null);
        }

        if (!interview.Answer(question, value, diagnostics))
        {
            screen.Report(diagnostics);
            screen.Error.WriteLine("lỗi: không ghi được câu trả lời; tệp được giữ nguyên như trước câu này");
            return (false, ExitCodes.WrongInput);
        }

        ShowChange(before, interview.Assessment, $"Đã ghi: {question.Fact.Label}: {FactText.Describe(question.Fact, value)}");
        return (true, null);
    }

    private (bool Moved, int? Exit) Back(Assessment before, DiagnosticBag diagnostics)
    {
        if (interview.Back(diagnostics))
        {
            ShowChange(before, interview.Assessment, "Đã quay lại câu trước.");
            return (true, null);
        }

        if (diagnostics.HasErrors)
        {
            screen.Report(diagnostics);
            return (false, ExitCodes.WrongInput);
        }

        screen.Out.WriteLine("Đây là câu đầu tiên, không quay lại được nữa.");
        return (false, null);
    }

    private void ShowStart()
    {
        var open = interview.Open.Count();
        var page = new Page().Head(1, $"HỎI ĐÁP HỒ SƠ – {interview.Dossier.FacilityName ?? "cơ sở chưa khai tên"}");
        page.Line(open == 0
            ? new Span($"Không có câu hỏi nào làm thay đổi {What()}.", Tone.Good)
            : new Span($"Có {open} câu có thể ảnh hưởng kết quả; mỗi câu trả lời được ghi ngay vào tệp. Gõ ?: giải thích, kb: không biết, ql: quay lại, thoát: dừng.", Tone.Muted));
        if (!interview.AsksDeadlines)
        {
            page.Line(new Span("Hồ sơ chưa khai gì về cơ sở nên chỉ hỏi về cấp độ; hỏi cả về thời hạn: thêm --deadlines.", Tone.Muted));
        }

        screen.Show(page.Blank());
    }

    private void Put(OpenQuestion question)
    {
        var page = new Page();
        var about = question.System is null ? "Về cơ sở" : question.System.Name;
        page.Head(3, $"Câu {interview.Asked + 1} · {about} · còn {interview.Open.Count()} câu có thể phải hỏi");
        page.Line(new Span(question.Fact.Question, Tone.Strong));
        for (var i = 0; i < question.Fact.Options.Count; i++)
        {
            page.Item(1, $"{i + 1,2}. ", question.Fact.Options[i].Label, new Span($"  ({question.Fact.Options[i].Id})", Tone.Muted));
        }

        if (question.Fact.Help.Length > 0)
        {
            page.Item(1, "", new Span(question.Fact.Help, Tone.Muted));
        }

        if (question.Fact.Source.Length > 0)
        {
            page.Item(1, "Căn cứ: ", new Span(question.Fact.Source, Tone.Muted));
        }

        page.Item(1, "", new Span(Form(question.Fact), Tone.Muted));
        screen.Show(page);
    }

    private static string Form(FactDefinition fact) => fact.Type switch
    {
        FactType.Boolean => "Trả lời: có / không",
        FactType.Enum => "Trả lời: số thứ tự",
        FactType.Set => fact.MinItems == 0 ? "Trả lời: các số thứ tự, cách nhau dấu phẩy; không có gì: 0" : "Trả lời: các số thứ tự, cách nhau dấu phẩy",
        FactType.Date => $"Trả lời: ngày, ví dụ 20/09/2025{(fact.AllowNone ? $"; {fact.NoneLabel}: gõ «chưa»" : "")}",
        FactType.Integer => $"Trả lời: số{(fact.Unit.Length > 0 ? $" ({fact.Unit})" : "")}{(fact.AllowNone ? $"; {fact.NoneLabel}: 0" : "")}",
        _ => "Trả lời:",
    };

    private void ShowHelp(FactDefinition fact)
    {
        var page = new Page();
        page.Line(fact.Help.Length > 0 ? fact.Help : "Không có giải thích thêm.");
        page.Item(1, "Căn cứ: ", fact.Source);
        page.Item(1, "", new Span("kb: không biết, ql: quay lại câu trước, thoát: dừng (các câu đã trả lời vẫn nằm trong tệp).", Tone.Muted));
        screen.Show(page);
    }

    /// <summary>Which levels and deadlines an answer moved.</summary>
    private void ShowChange(Assessment before, Assessment after, string head)
    {
        var page = new Page().Line(new Span(head, Tone.Good));
        foreach (var (was, now) in before.Systems.Zip(after.Systems))
        {
            var (former, current) = (Words.Level(was), Words.Level(now));
            if (!string.Equals(former.Text, current.Text, StringComparison.Ordinal))
            {
                page.Item(1, "→ ", $"{now.System.Name}: {former.Text} ⟶ ", current);
            }
        }

        foreach (var (was, now) in before.Obligations.Zip(after.Obligations))
        {
            if (was.Status != now.Status && now.Status != ObligationStatus.NotApplicable)
            {
                page.Item(1, "→ ", $"{now.Obligation.Title}: {was.Status.Say().Text} ⟶ ", now.Status.Say());
            }
        }

        var gone = before.Obligations.Zip(after.Obligations).Count(pair => pair.First.Status != pair.Second.Status && pair.Second.Status == ObligationStatus.NotApplicable);
        if (gone > 0)
        {
            page.Item(1, "→ ", new Span($"{gone} nghĩa vụ không áp dụng cho cơ sở này.", Tone.Muted));
        }

        screen.Show(page.Blank());
    }

    private string What() => interview.AsksDeadlines ? "cấp độ hay thời hạn" : "cấp độ";

    private void ShowEnd()
    {
        var page = new Page();
        var open = interview.Assessment.Questions.Count(question => interview.AsksDeadlines || question.ForLevel);
        page.Head(2, "KẾT QUẢ");
        foreach (var level in interview.Assessment.Systems)
        {
            page.Item(0, "• ", $"{level.System.Name}: ", Words.Level(level));
        }

        page.Line(open == 0
            ? new Span($"Không còn câu hỏi nào làm thay đổi {What()}.", Tone.Good)
            : new Span($"Còn {open} câu chưa trả lời; gọi lại lệnh này khi đã có thông tin.", Tone.Warn));
        screen.Show(page);
    }
}
