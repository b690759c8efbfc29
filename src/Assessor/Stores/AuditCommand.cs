using System.CommandLine;
using EmrSec.Dossiers.Files;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Stores;

/// <summary><c>emrsec store audit</c>: the audit trail as JSON lines.</summary>
internal static class AuditCommand
{
    public static Command Create(Screen screen, TimeProvider clock)
    {
        var desk = new StoreDesk();
        var subject = new Option<string?>("--subject") { HelpName = "về", Description = "Chỉ các dòng về một hồ sơ (27-001.1), một tài khoản, một lần đánh giá lại (run:3) hoặc kho (store)" };
        var output = new Option<string?>("--out", "-o") { HelpName = "tệp", Description = "Tệp sẽ tạo, mỗi dòng một đối tượng JSON (mặc định: in ra màn hình)" };
        var command = new Command("audit", "Xuất nhật ký: ai làm gì, lúc nào, trước và sau; mỗi dòng một đối tượng JSON") { desk.Store, subject, output };
        command.SetAction(call => StoreDesk.Run(screen, () =>
        {
            using var store = DossierStores.Open(desk.Place(call), clock);
            var entries = store.Audit(call.GetValue(subject));
            if (call.GetValue(output) is not { } path)
            {
                foreach (var entry in entries)
                {
                    screen.Out.WriteLine(System.Text.Encoding.UTF8.GetString(StoreJson.Write(entry)));
                }

                return ExitCodes.Done;
            }

            var diagnostics = new DiagnosticBag();
            var count = 0L;
            var isWritten = AtomicFile.Write(path, stream =>
            {
                foreach (var entry in entries)
                {
                    stream.Write(StoreJson.Write(entry));
                    stream.WriteByte((byte)'\n');
                    count++;
                }
            }, diagnostics);
            screen.Report(diagnostics);
            if (isWritten)
            {
                screen.Show(new Page().Line($"Đã xuất {count.ToString("N0", StorePage.Vietnamese)} dòng nhật ký vào {path}"));
            }

            return isWritten ? ExitCodes.Done : ExitCodes.WrongInput;
        }));
        return command;
    }
}
