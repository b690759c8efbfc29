using System.CommandLine;
using System.Globalization;
using EmrSec.Assessor.Cases;
using EmrSec.Assessor.Commands;
using EmrSec.Assessor.Signatures;
using EmrSec.Assessor.Workbooks;
using EmrSec.Dossiers.Workflow;
using EmrSec.Reports.Exchange;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Assessor.Exchange;

/// <summary>Opens a package, judges its signature, and unpacks it or takes it into the store.</summary>
internal sealed class ExchangeRun(Screen screen, TimeProvider clock, TrustChoice trust, CaseOptions options)
{
    /// <summary>Imports.</summary>
    /// <param name="call">The call.</param>
    /// <param name="path">The package.</param>
    /// <param name="folder">The folder to unpack it into; null = into the store.</param>
    /// <param name="takesUnsigned">Whether a package without a signature is taken.</param>
    public int Import(ParseResult call, string path, string? folder, bool takesUnsigned) => SigningRun.Explain(screen, () =>
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            screen.Error.WriteLine($"lỗi: không đọc được «{path}»; kiểm tra đường dẫn và quyền đọc");
            return ExitCodes.WrongInput;
        }

        using (file)
        {
            using var package = ExchangePackage.Open(file);
            var trusted = trust.Read(call, screen);
            if (!IsWhole(package, path) || !IsSigned(package, path, trusted, takesUnsigned, out var signer))
            {
                return ExitCodes.DoesNotHold;
            }

            return folder is not null ? Unpack(package, path, folder, signer) : CaseDesk.Run(call, options, screen, clock, desk =>
            {
                var outcome = new ExchangeImport(desk, package, signer, trusted).Run();
                screen.Show(Page(path, package.Manifest!, signer, outcome));
                return ExitCodes.Done;
            });
        }
    });

    private bool IsWhole(ExchangePackage package, string path)
    {
        foreach (var problem in package.Problems)
        {
            screen.Error.WriteLine($"{Path.GetFileName(path)}{(problem.Name is { } name ? $": {name}" : "")}: lỗi {problem.Code}: {problem.Message}");
        }

        if (!package.IsIntact)
        {
            screen.Error.WriteLine("lỗi: gói không đúng như manifest.json của nó; không nhập, không giải nén gì. Lấy lại gói từ nơi gửi");
        }

        return package.IsIntact;
    }

    private bool IsSigned(ExchangePackage package, string path, TrustStore trusted, bool takesUnsigned, out string? signer)
    {
        signer = null;
        if (package.Signature is not { } signature)
        {
            if (takesUnsigned)
            {
                screen.Error.WriteLine("CẢNH BÁO: gói KHÔNG KÝ SỐ: không biết ai gửi; các bước xử lý và chữ ký trên văn bản trong gói không được công nhận");
            }
            else
            {
                Refuse(path, "gói không có chữ ký số", "nơi gửi ký lại gói, hoặc thêm --unsigned nếu chấp nhận gói không ký");
            }

            return takesUnsigned;
        }

        var report = new DetachedVerifier(new VerificationOptions { Trust = trusted, Time = CommonOptions.Now(clock) }).Verify(package.ManifestBytes.ToArray(), signature.ToArray());
        if (report.Verdict.Indication is not Indication.Passed)
        {
            Refuse(path, $"chữ ký số của gói chưa được công nhận: {report.Verdict.Text()}{(report.Verdict.Explanation is { Length: > 0 } why ? $": {why}" : "")}", "chứng thư gốc được tin cậy chỉ ra bằng --trust");
            return false;
        }

        signer = $"{report.Signer ?? "không rõ"}{(report.Body is { } body ? $", {body}" : "")}";
        return true;
    }

    private void Refuse(string path, string message, string help) =>
        screen.Error.WriteLine(new Diagnostic("TD016", DiagnosticSeverity.Error, SourcePosition.Whole(Path.GetFileName(path)), message, help));

    private int Unpack(ExchangePackage package, string path, string folder, string? signer)
    {
        try
        {
            var names = ExchangeUnpacker.Unpack(package, folder);
            screen.Out.WriteLine($"Đã giải nén {Path.GetFileName(path)} vào {folder}: {names.Count.ToString(CultureInfo.InvariantCulture)} tệp, đúng như manifest.json; {(signer is null ? "KHÔNG KÝ SỐ" : $"người ký: {signer}")}. Hồ sơ: {Path.Combine(folder, ExchangeManifest.DossierName)}");
            return ExitCodes.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            screen.Error.WriteLine(Path.Exists(folder)
                ? $"{folder}: lỗi TT011: đã có tệp hoặc thư mục tên này; chọn tên khác, hoặc chuyển thư mục cũ đi"
                : $"{folder}: lỗi TT016: không ghi được; kiểm tra đường dẫn, quyền ghi và chỗ trống trên ổ đĩa");
            return ExitCodes.WrongInput;
        }
    }

    private static Page Page(string path, ExchangeManifest manifest, string? signer, ImportOutcome outcome)
    {
        var page = new Page().Head(1, $"Nhập {Path.GetFileName(path)}: {ExchangeWords.Kind(manifest.Kind)}")
            .Line($"Cơ sở: {manifest.FacilityName ?? manifest.FacilityCode} ({manifest.FacilityCode}); lập lúc {CaseText.Moment(manifest.Created)}")
            .Line("Người ký gói: ", signer is null ? new Span("KHÔNG KÝ SỐ", Tone.Bad) : new Span(signer, Tone.Strong))
            .Line(string.Create(CultureInfo.InvariantCulture, $"Hồ sơ {outcome.Case.Id}{(outcome.IsNew ? " (mới lập)" : "")}, nay là bản {outcome.Case.Revision}: {CaseWords.State(outcome.Case.State)}"));
        foreach (var step in outcome.Steps)
        {
            page.Item(1, "→ ", step.Title);
        }

        page.Line(string.Create(CultureInfo.InvariantCulture, $"Nhận {outcome.Papers} văn bản, {outcome.Evidence} minh chứng, {outcome.Comments} ý kiến."));
        if (outcome.Joined)
        {
            page.Line(new Span("Cả hai bên đã sửa hồ sơ ở những chỗ khác nhau: cả hai phần đều được giữ.", Tone.Warn));
        }

        if (!outcome.IsNew)
        {
            WorkbookPage.Changes(page, outcome.Changes);
        }

        return page;
    }
}
