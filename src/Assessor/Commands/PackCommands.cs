using System.CommandLine;
using EmrSec.Assessor.Json;
using EmrSec.Assessor.Reports;
using EmrSec.Reports.Packing;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec pack</c>: looks at packs that <c>emrsec report --kind pack</c> made.</summary>
internal static class PackCommands
{
    public static Command Create(Screen screen) => new("pack", "Kiểm tra gói văn bản và minh chứng") { Verify(screen) };

    private static Command Verify(Screen screen)
    {
        var file = new Argument<string>("gói") { Description = "Tệp .zip do emrsec report --kind pack lập" };
        var format = CommonOptions.Format();
        var command = new Command("verify", "Đối chiếu từng tệp trong gói với manifest.json: đủ, đúng, không thừa") { file, format };
        command.SetAction(result =>
        {
            var path = result.GetValue(file)!;
            PackVerification verification;
            try
            {
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
                verification = PackVerifier.Verify(stream);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                screen.Error.WriteLine($"lỗi: không đọc được «{path}»; kiểm tra đường dẫn và quyền đọc");
                return ExitCodes.WrongInput;
            }

            if (result.GetValue(format) is "json")
            {
                screen.Out.WriteLine(System.Text.Encoding.UTF8.GetString(PackJson.Write(path, verification).Span));
            }
            else
            {
                screen.Show(PackPage.Build(path, verification));
            }

            return verification.IsIntact ? ExitCodes.Done : ExitCodes.DoesNotHold;
        });
        return command;
    }
}
