using System.CommandLine;
using EmrSec.Assessor.Signatures;
using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Making;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec sign</c>: signs PDF files, many with one PIN.</summary>
internal static class SignCommand
{
    public static Command Create(Screen screen, TimeProvider clock)
    {
        var files = new OutputChoice();
        var key = new KeyChoice();
        var level = new LevelChoice(SignatureLevel.Basic);
        var trust = new TrustChoice();
        var look = new AppearanceChoice();
        var field = new Option<string?>("--field") { HelpName = "tên", Description = "Ô chữ ký sẽ ký (mặc định: ô trống đầu tiên; không có thì ký không hiển thị)" };
        var reason = new Option<string?>("--reason") { HelpName = "lý do", Description = "Lý do ký, ghi vào chữ ký" };
        var place = new Option<string?>("--place") { HelpName = "nơi ký", Description = "Nơi ký, ghi vào chữ ký" };
        var certify = new Option<bool>("--certify") { Description = "Chữ ký đầu tiên chứng nhận tệp (DocMDP): về sau chỉ được ký thêm vào các ô có sẵn" };
        var pss = new Option<bool>("--pss") { Description = "Khoá RSA ký theo PSS thay cho PKCS #1 v1.5" };
        var format = CommonOptions.Format();
        var command = new Command("sign", "Ký số tệp PDF (PAdES); nhiều tệp chỉ nhập PIN một lần");
        files.AddTo(command);
        key.AddTo(command);
        command.Options.Add(field);
        level.AddTo(command);
        command.Options.Add(reason);
        command.Options.Add(place);
        look.AddTo(command);
        command.Options.Add(certify);
        command.Options.Add(pss);
        trust.AddTo(command);
        command.Options.Add(format);
        command.SetAction(call => SigningRun.Explain(screen, () =>
        {
            if (files.Read(call, screen) is not { } jobs)
            {
                return ExitCodes.WrongInput;
            }

            var time = clock.GetUtcNow().ToOffset(CommonOptions.VietnamOffset);
            var trusted = trust.Read(call, screen);
            var options = level.Read(call, trusted, time) with
            {
                FieldName = call.GetValue(field),
                Reason = call.GetValue(reason),
                Place = call.GetValue(place),
                Certify = call.GetValue(certify),
                Pss = call.GetValue(pss),
                Appearance = look.Appearance(call),
                NewField = look.NewField(call),
            };
            using var opened = key.Open(call, trusted, time, screen);
            var serial = opened.Certificate.SerialNumber;
            var batch = new SigningBatch(
                job => PdfSigner.SignFile(job.Input, job.Output, opened, options),
                (job, report) => report.Signatures.Any(signature => IsOurs(signature, serial, job)),
                time);
            return SigningRun.Report("sign", batch.Run(jobs, screen), call.GetValue(format) is "json", screen);
        }));
        return command;
    }

    // Made by this certificate, behind the bytes that were to be signed.
    private static bool IsOurs(SignatureReport signature, string serial, SigningJob job) =>
        string.Equals(signature.Serial, serial, StringComparison.Ordinal) && signature.Verdict.Indication != Indication.Failed && signature.CoveredLength > new FileInfo(job.Input).Length;
}
