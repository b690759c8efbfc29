using System.CommandLine;
using EmrSec.Assessor.Cases;
using EmrSec.Assessor.Exchange;
using EmrSec.Assessor.Signatures;
using EmrSec.Dossiers.Files;
using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Store;
using EmrSec.Reports.Exchange;
using EmrSec.Reports.Signing.Making;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec dossier export</c>: a signed package to be carried to where there is no network.</summary>
internal static class ExportCommand
{
    public static Command Create(Screen screen, TimeProvider clock)
    {
        var options = new CaseOptions();
        var source = new Argument<string>("hồ sơ") { Description = "Tệp hồ sơ (.yaml), hoặc số hồ sơ trong kho, ví dụ 27-001.1" };
        var output = new Option<string>("--out", "-o") { HelpName = "tệp", Required = true, Description = "Gói .emrsec sẽ lập" };
        var kind = new Option<string?>("--kind") { HelpName = "loại", Description = $"Gửi để làm gì: {string.Join(", ", ExchangeManifest.Kinds)} (mặc định: theo bước của hồ sơ)" };
        kind.AcceptOnlyFromAmong([.. ExchangeManifest.Kinds]);
        var evidence = new Option<string?>("--evidence") { HelpName = "thư mục", Description = "Thư mục chứa minh chứng và tài liệu mà tệp hồ sơ nêu (mặc định: thư mục của hồ sơ)" };
        var papers = new Option<string[]>("--paper") { HelpName = "tệp", Description = "Văn bản gửi kèm tệp hồ sơ; dùng nhiều lần được" };
        var unsigned = new Option<bool>("--unsigned") { Description = "Lập gói không ký số: chỉ để thử, hoặc khi nơi nhận đồng ý" };
        var store = new Option<string?>("--dossier-store") { HelpName = "nơi", Description = "Kho hồ sơ: tệp SQLite hoặc postgres://… (mặc định: biến EMRSEC_STORE, rồi emrsec.db trong thư mục dữ liệu của người dùng); --store là kho chứng thư" };
        var force = ImportCommand.Force();
        var key = new KeyChoice { IsOptional = result => result.GetValue(unsigned) };
        var trust = new TrustChoice();
        var command = new Command("export", "Xuất gói trao đổi (.emrsec) đã ký số: hồ sơ, minh chứng, văn bản") { source, output, kind, evidence, papers, unsigned };
        key.AddTo(command);
        trust.AddTo(command);
        foreach (var option in new Option[] { store, options.As, options.Role, options.Rules, force })
        {
            command.Options.Add(option);
        }

        command.SetAction(call => SigningRun.Explain(screen, () =>
        {
            var order = new ExportOrder(call.GetValue(source)!, call.GetValue(output)!, call.GetValue(kind), call.GetValue(evidence), call.GetValue(papers) ?? [], call.GetValue(force));
            var time = CommonOptions.Now(clock);
            return File.Exists(order.Source) ? OfFile(order, call.GetValue(options.Rules), time, Sign, screen)
                : CaseDesk.Run(call, options, screen, clock, desk => OfCase(order, desk, Sign, screen), call.GetValue(store));

            Func<byte[], byte[]>? Sign() => call.GetValue(unsigned) ? null : manifest =>
            {
                using var opened = key.Open(call, trust.Read(call, screen), time, screen);
                return DetachedSigner.Sign(manifest, opened, new DetachedOptions { Time = time });
            };
        }));
        return command;
    }

    private static int OfFile(ExportOrder order, string? rules, DateTimeOffset now, Func<Func<byte[], byte[]>?> sign, Screen screen)
    {
        if (CommonOptions.LoadRules(rules, screen) is not { } packs)
        {
            return ExitCodes.WrongInput;
        }

        var diagnostics = new DiagnosticBag();
        var text = AtomicTextFile.Read(order.Source, diagnostics)?.Text;
        screen.Report(diagnostics);
        var read = text is null ? null : new DossierReader(packs.Facts).ReadText(text, order.Source);
        if (read?.Dossier is { } dossier)
        {
            Dossiers.Checks.AnswerChecks.CheckNames(dossier, packs, read.Diagnostics);
        }

        screen.Report(read?.Diagnostics ?? new DiagnosticBag(), DiagnosticSeverity.Warning);
        if (text is null || read?.Dossier is null || read.Diagnostics.HasErrors)
        {
            return ExitCodes.WrongInput;
        }

        if (order.Papers.FirstOrDefault(paper => !File.Exists(paper)) is { } absent)
        {
            screen.Error.WriteLine($"lỗi: --paper: không có tệp «{absent}»");
            return ExitCodes.WrongInput;
        }

        var findings = new DiagnosticBag();
        var code = ExportRun.Write(order, new FileExport(order, text, read, now, findings), sign(), screen);
        screen.Report(findings);
        return code;
    }

    private static int OfCase(ExportOrder order, CaseDesk desk, Func<Func<byte[], byte[]>?> sign, Screen screen)
    {
        var @case = desk.Find(order.Source);
        var actor = desk.Actor(ActorRole.Facility, ActorRole.Appraiser, ActorRole.Approver, ActorRole.Administrator);
        var code = ExportRun.Write(order, new CaseExport(order, desk, @case, actor), sign(), screen);
        if (code != ExitCodes.WrongInput)
        {
            desk.Store.Write(actor, null, writer =>
            {
                writer.Note("exchange.export", @case.Id.ToString(), $$"""{"revision":{{@case.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture)}}}""");
                return true;
            });
        }

        return code;
    }
}
