using System.CommandLine;
using EmrSec.Assessor.Signatures;
using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Making;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec extend</c>: raises the level of the signatures that files have, for checking in later years.</summary>
internal static class ExtendCommand
{
    public static Command Create(Screen screen, TimeProvider clock)
    {
        var files = new OutputChoice();
        var level = new LevelChoice(SignatureLevel.Archival);
        var trust = new TrustChoice();
        var format = CommonOptions.Format();
        var command = new Command("extend", "Nâng mức các chữ ký có trong tệp PDF để kiểm tra được lâu dài: thêm dấu thời gian, chứng thư, OCSP, CRL");
        files.AddTo(command);
        level.AddTo(command);
        trust.AddTo(command);
        command.Options.Add(format);
        command.SetAction(call => SigningRun.Explain(screen, () =>
        {
            if (files.Read(call, screen) is not { } jobs)
            {
                return ExitCodes.WrongInput;
            }

            var time = clock.GetUtcNow().ToOffset(CommonOptions.VietnamOffset);
            var options = level.Read(call, trust.Read(call, screen), time);
            var batch = new SigningBatch(
                job => PdfSigner.ExtendFile(job.Input, job.Output, options),
                (_, report) => report.Verdict.Indication != Indication.Failed && report.Signatures.Any(signature => signature.IsTimestamp),
                time);
            return SigningRun.Report("extend", batch.Run(jobs, screen), call.GetValue(format) is "json", screen);
        }));
        return command;
    }
}
