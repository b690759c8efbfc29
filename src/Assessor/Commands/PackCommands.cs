using System.CommandLine;
using EmrSec.Assessor.Json;
using EmrSec.Assessor.Reports;
using EmrSec.Assessor.Signatures;
using EmrSec.Dossiers.Files;
using EmrSec.Reports.Packing;
using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Making;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec pack</c>: signs and checks packs that <c>emrsec report --kind pack</c> made.</summary>
internal static class PackCommands
{
    public static Command Create(Screen screen, TimeProvider clock) => new("pack", "Ký, kiểm tra gói văn bản và minh chứng") { Sign(screen, clock), Verify(screen, clock) };

    private static Command Sign(Screen screen, TimeProvider clock)
    {
        var file = new Argument<string>("gói") { Description = "Tệp .zip do emrsec report --kind pack lập" };
        var output = new Option<string>("--out", "-o") { HelpName = "tệp", Required = true, Description = "Gói đã ký" };
        var key = new KeyChoice();
        var level = new LevelChoice(SignatureLevel.Basic);
        var trust = new TrustChoice();
        var command = new Command("sign", "Ký tách rời (CAdES) trên manifest.json: bảo vệ mọi tệp trong gói") { file, output };
        key.AddTo(command);
        level.AddTo(command);
        trust.AddTo(command);
        command.SetAction(call => SigningRun.Explain(screen, () =>
        {
            var time = clock.GetUtcNow().ToOffset(CommonOptions.VietnamOffset);
            var trusted = trust.Read(call, screen);
            var options = level.Read(call, trusted, time);
            if (options.Level > SignatureLevel.Timestamped || (options.Level == SignatureLevel.Timestamped && options.TimeStamps is null))
            {
                screen.Error.WriteLine(options.TimeStamps is null && options.Level == SignatureLevel.Timestamped
                    ? "lỗi: --level b-t cần --tsa <địa chỉ>"
                    : "lỗi: --level: gói ký được ở mức b-b hoặc b-t");
                return ExitCodes.WrongInput;
            }

            return Opened(call.GetValue(file)!, screen, stream => SignPack(stream, call.GetValue(file)!, call.GetValue(output)!, screen, manifest =>
            {
                using var opened = key.Open(call, trusted, time, screen);
                return DetachedSigner.Sign(manifest, opened, new DetachedOptions { Time = time, TimeStamps = options.Level == SignatureLevel.Timestamped ? options.TimeStamps : null });
            }));
        }));
        return command;
    }

    private static int SignPack(FileStream pack, string path, string output, Screen screen, Func<byte[], byte[]> sign)
    {
        var verification = PackVerifier.Verify(pack);
        if (!verification.IsIntact)
        {
            screen.Show(PackPage.Build(path, verification, null));
            screen.Error.WriteLine("lỗi: không ký gói không đúng như manifest.json của nó; lập lại gói");
            return ExitCodes.WrongInput;
        }

        if (verification.Signature is not null)
        {
            screen.Error.WriteLine("lỗi: gói này đã được ký; lập lại gói nếu cần ký lại");
            return ExitCodes.WrongInput;
        }

        var signature = sign(verification.ManifestBytes.ToArray());
        var diagnostics = new DiagnosticBag();
        var isWritten = AtomicFile.Write(output, stream => PackSealer.Seal(pack, signature, stream), diagnostics);
        screen.Report(diagnostics);
        if (!isWritten)
        {
            return ExitCodes.WrongInput;
        }

        screen.Out.WriteLine($"Đã ký {output}");
        return ExitCodes.Done;
    }

    private static Command Verify(Screen screen, TimeProvider clock)
    {
        var file = new Argument<string>("gói") { Description = "Tệp .zip do emrsec report --kind pack lập" };
        var trust = new TrustChoice();
        var signed = new Option<bool>("--signed") { Description = "Gói chưa ký thì không đạt" };
        var online = new Option<bool>("--online") { Description = "Hỏi OCSP, tải CRL nơi chứng thư chỉ ra (mặc định: không dùng mạng)" };
        var format = CommonOptions.Format();
        var command = new Command("verify", "Đối chiếu từng tệp trong gói với manifest.json (đủ, đúng, không thừa) và kiểm tra chữ ký trên manifest.json") { file, signed };
        trust.AddTo(command);
        command.Options.Add(online);
        command.Options.Add(format);
        command.SetAction(call => SigningRun.Explain(screen, () => Opened(call.GetValue(file)!, screen, stream =>
        {
            var verification = PackVerifier.Verify(stream);
            var signature = verification.Signature is { } bytes
                ? new DetachedVerifier(new VerificationOptions
                {
                    Trust = trust.Read(call, screen),
                    Time = clock.GetUtcNow().ToOffset(CommonOptions.VietnamOffset),
                    Online = call.GetValue(online) ? new HttpRevocationSource() : null,
                }).Verify(verification.ManifestBytes.ToArray(), bytes.ToArray())
                : null;
            if (call.GetValue(format) is "json")
            {
                screen.Out.WriteLine(System.Text.Encoding.UTF8.GetString(PackJson.Write(call.GetValue(file)!, verification, signature).Span));
            }
            else
            {
                screen.Show(PackPage.Build(call.GetValue(file)!, verification, signature));
            }

            var isSigned = signature is null ? !call.GetValue(signed) : signature.Verdict.Indication == Indication.Passed;
            return verification.IsIntact && isSigned ? ExitCodes.Done : ExitCodes.DoesNotHold;
        })));
        return command;
    }

    private static int Opened(string path, Screen screen, Func<FileStream, int> action)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            screen.Error.WriteLine($"lỗi: không đọc được «{path}»; kiểm tra đường dẫn và quyền đọc");
            return ExitCodes.WrongInput;
        }

        using (stream)
        {
            return action(stream);
        }
    }
}
