using System.Globalization;
using EmrSec.Dossiers.Files;
using EmrSec.Reports.Exchange;

namespace EmrSec.Assessor.Exchange;

/// <summary>Writes a package whole or not at all, and tells what is in it.</summary>
internal static class ExportRun
{
    public static int Write(ExportOrder order, IExport export, Func<byte[], byte[]>? sign, Screen screen)
    {
        var diagnostics = new DiagnosticBag();
        if (export.WhyNot is { } why)
        {
            screen.Error.WriteLine($"lỗi: chưa xuất được gói: {why}");
            return ExitCodes.WrongInput;
        }

        ExchangeManifest? manifest = null;
        if (Commands.ImportCommand.MayWrite(order.Output, order.Force, diagnostics))
        {
            AtomicFile.Write(order.Output, stream =>
            {
                using var writer = new ExchangeWriter(stream);
                export.Fill(writer);
                manifest = writer.Finish(export.Describe, sign);
            }, diagnostics);
        }

        screen.Report(diagnostics);
        if (manifest is null || diagnostics.HasErrors)
        {
            return ExitCodes.WrongInput;
        }

        if (sign is null)
        {
            screen.Error.WriteLine("CẢNH BÁO: gói KHÔNG KÝ SỐ: nơi nhận không biết ai gửi và có bị sửa hay không");
        }

        var count = manifest.Files.GroupBy(file => file.Role, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        screen.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Đã lập {order.Output}: {ExchangeWords.Kind(manifest.Kind)} của {manifest.FacilityName ?? manifest.FacilityCode}{(manifest.Case is { } id ? $", hồ sơ {id}, bản {manifest.Revision}" : "")}; {count.GetValueOrDefault("evidence") + count.GetValueOrDefault("document")} tài liệu và minh chứng, {count.GetValueOrDefault("paper")} văn bản{(sign is null ? "" : "; đã ký số")}"));
        if (manifest.Absent.Count == 0)
        {
            return ExitCodes.Done;
        }

        screen.Error.WriteLine($"lưu ý: gói thiếu {manifest.Absent.Count.ToString(CultureInfo.InvariantCulture)} tệp mà hồ sơ nêu (ghi ở mục absent của manifest.json)");
        return ExitCodes.DoesNotHold;
    }
}
