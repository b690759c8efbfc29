using System.CommandLine;
using EmrSec.Assessor.Json;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Procedures;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec clocks</c>: by when an authority has to be done, counted day by day, without a dossier.</summary>
internal static class ClocksCommand
{
    private static readonly string[] Steps = ["answer", "appraisal", "approval"];

    public static Command Create(Screen screen)
    {
        var level = new Option<string>("--level") { HelpName = "1–5", Required = true, Description = "Cấp độ đề xuất của hệ thống" };
        level.AcceptOnlyFromAmong("1", "2", "3", "4", "5");
        var from = CommonOptions.DayOption("--from", "Ngày bắt đầu (ngày nhận đủ hồ sơ hợp lệ, hoặc đủ hồ sơ phê duyệt), viết 2026-11-21 hoặc 21/11/2026; ngày này không tính");
        from.Required = true;
        var step = new Option<string?>("--step") { HelpName = "bước", Description = "Chỉ một bước: answer (trả lời hồ sơ chưa hợp lệ), appraisal (thẩm định), approval (phê duyệt)" };
        step.AcceptOnlyFromAmong(Steps);
        var pauses = new Option<string[]>("--supplement") { HelpName = "ngày..ngày", Description = "Chờ bổ sung: ngày yêu cầu..ngày trả lời; đồng hồ thẩm định dừng sau ngày yêu cầu và chạy lại sau ngày trả lời. Dùng nhiều lần được" };
        pauses.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => ParsePause(token.Value) is null))
            {
                result.AddError($"{CallErrors.Prefix}--supplement: «{token.Value}» không phải hai ngày theo thứ tự; viết 2026-08-25..2026-08-30");
            }
        });
        var regime = new Option<string?>("--regime") { HelpName = "mã", Description = "Theo luật này (mặc định: luật có hiệu lực vào ngày bắt đầu)" };
        var rules = CommonOptions.Rules();
        var format = CommonOptions.Format();
        var command = new Command("clocks", "Tính hạn trả lời, thẩm định, phê duyệt hồ sơ từ một ngày, kể từng ngày được tính") { level, from, step, pauses, regime, rules, format };
        command.SetAction(result =>
        {
            var chosen = result.GetValue(step) is { } word ? (ClockStep)Array.IndexOf(Steps, word) : (ClockStep?)null;
            List<Supplement> supplements = [.. (result.GetValue(pauses) ?? []).Select(ParsePause).OfType<Supplement>()];
            var call = new Call(result.GetValue(level)![0] - '0', CommonOptions.ParseDay(result.GetValue(from)!)!.Value, chosen, supplements, result.GetValue(regime));
            return CommonOptions.LoadRules(result.GetValue(rules), screen) is { } packs ? Run(packs, call, result.GetValue(format) is "json", screen) : ExitCodes.WrongInput;
        });
        return command;
    }

    private static int Run(RulePackSet packs, Call call, bool json, Screen screen)
    {
        if ((call.RegimeId is { } id ? packs.FindRegime(id) : packs.RegimeOn(call.From)) is not { } regime)
        {
            screen.Error.WriteLine(call.RegimeId is { } wrong
                ? CommonOptions.UnknownRegime(packs, wrong)
                : $"lỗi: --from: vào ngày {FactText.Date(call.From)} không có luật nào về cấp độ đang hiệu lực; chọn luật bằng --regime");
            return ExitCodes.WrongInput;
        }

        if (packs.ProcedureOf(regime) is not { } procedure)
        {
            screen.Error.WriteLine($"lỗi: luật «{regime.Header.Id}» chưa có dữ liệu về trình tự, thủ tục");
            return ExitCodes.WrongInput;
        }

        var counted = Count(procedure, call);
        if (counted.Find(each => each.Count?.Error is not null)?.Count?.Error is { } error)
        {
            screen.Error.WriteLine($"lỗi: {error}; thêm năm còn thiếu vào lịch (rules/calendar) hoặc sửa --from");
            return ExitCodes.WrongInput;
        }

        if (json)
        {
            screen.Out.WriteLine(System.Text.Encoding.UTF8.GetString(ClocksJson.Write(regime, procedure, call.Level, call.From, counted).Span));
        }
        else
        {
            screen.Show(ClocksPage.Build(regime, call.Level, call.From, counted));
        }

        return ExitCodes.Done;
    }

    private static List<CountedClock> Count(Procedure procedure, Call call)
    {
        var pauses = new ProcessingRecord(null, null, call.Supplements, null, null).PausesAt(DateOnly.MaxValue);
        return
        [
            .. Enum.GetValues<ClockStep>().Where(step => call.Step is null || call.Step == step).Select(step =>
            {
                var clock = procedure.ClockFor(step, call.Level);
                return new CountedClock(step, clock, clock?.Due(procedure.Calendar, call.From, step == ClockStep.Appraisal ? pauses : []));
            }),
        ];
    }

    private static Supplement? ParsePause(string written)
    {
        var parts = written.Split("..", StringSplitOptions.TrimEntries);
        return parts.Length == 2 && CommonOptions.ParseDay(parts[0]) is { } asked && CommonOptions.ParseDay(parts[1]) is { } answered && asked <= answered
            ? new Supplement(asked, answered)
            : null;
    }

    private sealed record Call(int Level, DateOnly From, ClockStep? Step, IReadOnlyList<Supplement> Supplements, string? RegimeId);
}
