using System.CommandLine;
using EmrSec.Assessor.Reports;
using EmrSec.Reports.Papers;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Assessments;

namespace EmrSec.Assessor.Commands;

/// <summary>The words of <c>emrsec report</c>.</summary>
internal sealed class ReportOptions
{
    public ReportOptions() => Format.AcceptOnlyFromAmong("pdf", "docx", "html");

    public Argument<string?> Dossier { get; } = new("hồ sơ") { Description = "Tệp hồ sơ (.yaml), hoặc thư mục nhiều hồ sơ (chỉ với --kind deadlines)", Arity = ArgumentArity.ZeroOrOne };

    public Option<string?> Kind { get; } = new("--kind") { HelpName = "loại", Description = $"Loại văn bản ({ReportCommand.All}: mọi văn bản, {ReportCommand.Pack}: gói ZIP; xem --list-kinds)" };

    public Option<string?> Output { get; } = new("--out", "-o") { HelpName = "tệp", Description = $"Tệp .pdf, .docx hoặc .html; với --kind {ReportCommand.All}: thư mục; với --kind {ReportCommand.Pack}: tệp .zip" };

    public Option<string> Format { get; } = new("--as") { HelpName = "pdf|docx|html", Description = $"Dạng tệp với --kind {ReportCommand.All} và {ReportCommand.Pack} (mặc định: pdf)", DefaultValueFactory = _ => "pdf" };

    public Option<bool> Draft { get; } = new("--draft") { Description = "In bản dự thảo: đóng dấu DỰ THẢO, đánh dấu chỗ còn thiếu thay vì dừng lại" };

    public Option<string[]> Systems { get; } = new("--system") { HelpName = "mã", Description = "Chỉ lập cho hệ thống này (dùng nhiều lần được; mặc định: mọi hệ thống)" };

    public Option<string?> Number { get; } = new("--number") { HelpName = "số", Description = "Số, ký hiệu văn bản, thay cho mục papers của hồ sơ" };

    public Option<string?> Date { get; } = CommonOptions.DayOption("--date", "Ngày ban hành văn bản, thay cho mục papers của hồ sơ");

    public Option<string?> Place { get; } = new("--place") { HelpName = "địa danh", Description = "Địa danh ghi trước ngày, thay cho mục papers của hồ sơ" };

    public Option<string?> Since { get; } = CommonOptions.DayOption("--since", "Ngày của lần đánh giá trước để so sánh (biên bản đánh giá lại)");

    public Option<string?> Previous { get; } = new("--previous") { HelpName = "hồ sơ", Description = "Hồ sơ của lần đánh giá trước (mặc định: chính hồ sơ này, đánh giá vào ngày --since)" };

    public Option<string?> Templates { get; } = new("--templates") { HelpName = "thư mục", Description = "Dùng mẫu trong thư mục này thay cho mẫu có sẵn cùng tên" };

    public Option<bool> ListKinds { get; } = new("--list-kinds") { Description = "Liệt kê các loại văn bản" };

    public Option<string?> Export { get; } = new("--export-templates") { HelpName = "thư mục", Description = "Ghi các mẫu có sẵn ra thư mục này để sửa; tệp đã có thì giữ nguyên" };

    public Option<string?> AsOf { get; } = CommonOptions.AsOf();

    public Option<string?> Regime { get; } = CommonOptions.Regime();

    public Option<string?> Rules { get; } = CommonOptions.Rules();

    public Option<bool> NoPresumptions { get; } = CommonOptions.NoPresumptions();

    /// <summary>What a call asks for.</summary>
    /// <param name="result">The call, found right.</param>
    /// <param name="clock">What day it is.</param>
    public ReportCall Read(ParseResult result, TimeProvider clock) => new(
        result.GetValue(Dossier)!,
        result.GetValue(Kind)!,
        result.GetValue(Output)!,
        PaperFormat.All.First(each => each.Extension.EndsWith(result.GetValue(Format)!, StringComparison.Ordinal)),
        result.GetValue(Systems) ?? [],
        new AssessmentOptions(CommonOptions.Day(result.GetValue(AsOf), clock), result.GetValue(Regime), !result.GetValue(NoPresumptions)))
    {
        IsDraft = result.GetValue(Draft),
        Number = result.GetValue(Number),
        Date = result.GetValue(Date) is { } day ? CommonOptions.ParseDay(day) : null,
        Place = result.GetValue(Place),
        Previous = result.GetValue(Previous),
        Since = result.GetValue(Since) is { } earlier ? CommonOptions.ParseDay(earlier) : null,
        Templates = new TemplateEngine(result.GetValue(Templates) is { } own ? TemplateSource.WithFolder(own) : TemplateSource.BuiltIn),
        Created = CommonOptions.Now(clock),
    };
}
