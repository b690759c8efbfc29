using System.CommandLine;
using System.Text;
using EmrSec.Assessor.Json;
using EmrSec.Assessor.Signatures;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec verify</c>: whether the signatures of a PDF file hold, and what was changed after each.</summary>
internal static class VerifyCommand
{
    public static Command Create(Screen screen, TimeProvider clock)
    {
        var file = new Argument<string>("tệp") { Description = "Tệp PDF đã ký" };
        var trust = new TrustChoice();
        var expect = new Option<int?>("--expect") { HelpName = "số", Description = "Số chữ ký phải có; thiếu hoặc thừa là không hợp lệ (tệp bị cắt mất chữ ký cuối vẫn trông trọn vẹn)" };
        var at = CommonOptions.DayOption("--at", "Xét vào cuối ngày này, viết 2026-11-21 hoặc 21/11/2026 (mặc định: bây giờ)");
        var online = new Option<bool>("--online") { Description = "Hỏi OCSP, tải CRL nơi chứng thư chỉ ra (mặc định: không dùng mạng)" };
        var revocation = new Option<bool>("--require-revocation") { Description = "Chưa biết chứng thư có bị thu hồi không thì chưa kết luận là hợp lệ" };
        var format = CommonOptions.Format();
        var command = new Command("verify", "Kiểm tra chữ ký số của tệp PDF: ai ký, lúc nào, có bị sửa sau khi ký không") { file };
        trust.AddTo(command);
        foreach (var option in new Option[] { expect, at, online, revocation, format })
        {
            command.Options.Add(option);
        }

        expect.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(int.TryParse(result.Tokens[^1].Value, System.Globalization.CultureInfo.InvariantCulture, out var count) && count > 0))
            {
                result.AddError($"{CallErrors.Prefix}--expect: «{result.Tokens[^1].Value}» không phải số chữ ký; viết một số từ 1 trở lên");
            }
        });
        command.SetAction(call => SigningRun.Explain(screen, () =>
        {
            var options = new VerificationOptions
            {
                Trust = trust.Read(call, screen),
                Time = Time(call.GetValue(at), clock),
                ExpectedCount = call.GetValue(expect),
                Online = call.GetValue(online) ? new HttpRevocationSource() : null,
                RequireRevocation = call.GetValue(revocation),
            };
            return Run(call.GetValue(file)!, options, call.GetValue(format) is "json", screen);
        }));
        return command;
    }

    private static int Run(string path, VerificationOptions options, bool json, Screen screen)
    {
        FileReport report;
        try
        {
            report = new SignatureVerifier(options).VerifyFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            screen.Error.WriteLine(File.Exists(path) ? $"{path}: lỗi KY007: không đọc được tệp: {e.Message}; kiểm tra quyền đọc" : $"{path}: lỗi KY002: không có tệp này; kiểm tra lại tên tệp");
            return ExitCodes.WrongInput;
        }

        if (json)
        {
            screen.Out.WriteLine(Encoding.UTF8.GetString(VerificationJson.Write(Path.GetFileName(path), report, options).Span));
        }
        else
        {
            screen.Show(VerificationPage.Build(Path.GetFileName(path), report, options));
        }

        return report.Verdict.Indication == Indication.Passed ? ExitCodes.Done : ExitCodes.DoesNotHold;
    }

    private static DateTimeOffset Time(string? written, TimeProvider clock) => written is not null && CommonOptions.ParseDay(written) is { } day
        ? new DateTimeOffset(day.ToDateTime(new TimeOnly(23, 59, 59)), CommonOptions.VietnamOffset)
        : clock.GetUtcNow().ToOffset(CommonOptions.VietnamOffset);
}
