using System.CommandLine;
using EmrSec.Assessor.Reports;
using EmrSec.Reports.Papers;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Assessments;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec report</c>: papers of a dossier as PDF/A, DOCX or HTML; all of them; or a pack with its evidence.</summary>
internal static class ReportCommand
{
    /// <summary>Every paper that goes with the dossier, into a folder.</summary>
    public const string All = "all";

    /// <summary>The papers and the evidence, in a ZIP.</summary>
    public const string Pack = "pack";

    public static Command Create(Screen screen, TimeProvider clock)
    {
        var dossier = new Argument<string?>("hồ sơ") { Description = "Tệp hồ sơ (.yaml), hoặc thư mục nhiều hồ sơ (chỉ với --kind deadlines)", Arity = ArgumentArity.ZeroOrOne };
        var kind = new Option<string?>("--kind") { HelpName = "loại", Description = $"Loại văn bản ({All}: mọi văn bản, {Pack}: gói ZIP; xem --list-kinds)" };
        kind.Validators.Add(result => CheckKind(result.Tokens, message => result.AddError(message)));
        var output = new Option<string?>("--out", "-o") { HelpName = "tệp", Description = $"Tệp .pdf, .docx hoặc .html; với --kind {All}: thư mục; với --kind {Pack}: tệp .zip" };
        var format = new Option<string>("--as") { HelpName = "pdf|docx|html", Description = $"Dạng tệp với --kind {All} và {Pack} (mặc định: pdf)", DefaultValueFactory = _ => "pdf" };
        format.AcceptOnlyFromAmong("pdf", "docx", "html");
        var draft = new Option<bool>("--draft") { Description = "In bản dự thảo: đóng dấu DỰ THẢO, đánh dấu chỗ còn thiếu thay vì dừng lại" };
        var systems = new Option<string[]>("--system") { HelpName = "mã", Description = "Chỉ lập cho hệ thống này (dùng nhiều lần được; mặc định: mọi hệ thống)" };
        var number = new Option<string?>("--number") { HelpName = "số", Description = "Số, ký hiệu văn bản, thay cho mục papers của hồ sơ" };
        var date = CommonOptions.DayOption("--date", "Ngày ban hành văn bản, thay cho mục papers của hồ sơ");
        var place = new Option<string?>("--place") { HelpName = "địa danh", Description = "Địa danh ghi trước ngày, thay cho mục papers của hồ sơ" };
        var templates = new Option<string?>("--templates") { HelpName = "thư mục", Description = "Dùng mẫu trong thư mục này thay cho mẫu có sẵn cùng tên" };
        var listKinds = new Option<bool>("--list-kinds") { Description = "Liệt kê các loại văn bản" };
        var export = new Option<string?>("--export-templates") { HelpName = "thư mục", Description = "Ghi các mẫu có sẵn ra thư mục này để sửa; tệp đã có thì giữ nguyên" };
        var asOf = CommonOptions.AsOf();
        var regime = CommonOptions.Regime();
        var rules = CommonOptions.Rules();
        var noPresumptions = CommonOptions.NoPresumptions();
        var command = new Command("report", "Lập văn bản từ hồ sơ: hồ sơ đề xuất cấp độ, công văn, tờ trình, quyết định, báo cáo; PDF/A, DOCX, HTML hoặc gói ZIP")
        {
            dossier, kind, output, format, draft, systems, number, date, place, templates, listKinds, export, asOf, regime, rules, noPresumptions,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(listKinds) || result.GetValue(export) is not null)
            {
                return;
            }

            Require(result.GetValue(dossier), "<hồ sơ>");
            Require(result.GetValue(kind), "--kind <loại>");
            Require(result.GetValue(output), "--out <tệp>");
            if (result.GetValue(kind) is { } word && result.GetValue(output) is { } file && WrongTarget(word, file) is { } wrong)
            {
                result.AddError(CallErrors.Prefix + wrong);
            }

            void Require(string? value, string what)
            {
                if (string.IsNullOrEmpty(value))
                {
                    result.AddError($"{CallErrors.Prefix}thiếu {what}");
                }
            }
        });
        command.SetAction(result =>
        {
            if (result.GetValue(listKinds))
            {
                screen.Show(KindsPage.Build());
                return ExitCodes.Done;
            }

            if (result.GetValue(export) is { } folder)
            {
                return ReportRun.Export(folder, screen);
            }

            var call = new ReportCall(
                result.GetValue(dossier)!,
                result.GetValue(kind)!,
                result.GetValue(output)!,
                PaperFormat.All.First(each => each.Extension.EndsWith(result.GetValue(format)!, StringComparison.Ordinal)),
                result.GetValue(systems) ?? [],
                new AssessmentOptions(CommonOptions.Day(result.GetValue(asOf), clock), result.GetValue(regime), !result.GetValue(noPresumptions)))
            {
                IsDraft = result.GetValue(draft),
                Number = result.GetValue(number),
                Date = result.GetValue(date) is { } day ? CommonOptions.ParseDay(day) : null,
                Place = result.GetValue(place),
                Templates = result.GetValue(templates) is { } own ? TemplateSource.WithFolder(own) : TemplateSource.BuiltIn,
                Created = CommonOptions.Now(clock),
            };
            return CommonOptions.LoadRules(result.GetValue(rules), screen) is { } packs ? new ReportRun(call, packs, screen).Run() : ExitCodes.WrongInput;
        });
        return command;
    }

    private static void CheckKind(IReadOnlyList<System.CommandLine.Parsing.Token> tokens, Action<string> error)
    {
        if (tokens.Count > 0 && tokens[^1].Value is var word && word is not (All or Pack) && PaperKind.Find(word) is null)
        {
            var known = PaperKind.All.Select(each => each.Id).Append(All).Append(Pack).ToList();
            error($"{CallErrors.Prefix}--kind: không có loại văn bản «{word}»; {NearestName.Help(word, known) ?? "xem emrsec report --list-kinds"}");
        }
    }

    private static string? WrongTarget(string kind, string file) => kind switch
    {
        All => File.Exists(file) ? $"--out: «{file}» là tệp; --kind {All} cần một thư mục" : null,
        Pack => file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? null : $"--out: «{file}» phải là tệp .zip",
        _ => PaperFormat.Of(file) is null ? $"--out: «{file}» phải là tệp .pdf, .docx hoặc .html" : null,
    };
}
