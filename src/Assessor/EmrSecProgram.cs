using System.CommandLine;
using System.Runtime.CompilerServices;
using EmrSec.Assessor.Commands;

namespace EmrSec.Assessor;

/// <summary>The program: one call from its words to its exit code.</summary>
internal static class EmrSecProgram
{
    /// <summary>Whether a call goes through many dossiers: rules are compiled for it.</summary>
    public static bool TakesMany(IReadOnlyList<string> args) => args is ["reassess" or "lab" or "serve", ..] or ["rules", "impact", ..];

    public static int Run(IReadOnlyList<string> args, Screen screen, TimeProvider clock)
    {
        try
        {
            var root = Build(args, screen, clock);
            var parsed = root.Parse(args);
            if (parsed.Errors.Count > 0 && !Help.IsAskedFor(parsed))
            {
                return CallErrors.Report(parsed, screen);
            }

            return parsed.Invoke(new InvocationConfiguration { Output = screen.Out, Error = screen.Error, EnableDefaultExceptionHandler = false });
        }
        catch (Dossiers.Store.StoreException e)
        {
            screen.Error.WriteLine(e.Line);
            return ExitCodes.WrongInput;
        }
        catch (IOException e)
        {
            screen.Error.WriteLine($"lỗi: không ghi hoặc đọc được: {e.Message}");
            return ExitCodes.Failed;
        }
#pragma warning disable CA1031 // The last stop: whatever went wrong, the user gets a clear line and the contract's exit code.
        catch (Exception e)
#pragma warning restore CA1031
        {
            screen.Error.WriteLine("lỗi: chương trình gặp sự cố ngoài dự kiến. Không có tệp nào bị ghi dở. Vui lòng gửi các dòng dưới đây cho nhóm phát triển:");
            screen.Error.WriteLine(e);
            return ExitCodes.Failed;
        }
        finally
        {
            screen.Out.Flush();
        }
    }

    private static RootCommand Build(IReadOnlyList<string> args, Screen screen, TimeProvider clock)
    {
        var root = new RootCommand("EmrSec – xác định cấp độ an toàn hệ thống thông tin, lập hồ sơ và theo dõi thời hạn cho cơ sở y tế.");
        root.Subcommands.Add(AssessCommand.Create(screen, clock));
        root.Subcommands.Add(ClocksCommand.Create(screen));
        root.Subcommands.Add(DossierCommands.Create(screen, clock, args is ["dossier", ..]));
        root.Subcommands.Add(RulesCommands.Create(screen, clock));

        // Each group brings libraries with it: it is made only where no command before it is the one called.
        Action<RootCommand, Screen, TimeProvider>[] groups = [AddPapers, AddCases, AddService];
        foreach (var add in groups)
        {
            if (args.Count == 0 || !root.Subcommands.Any(command => string.Equals(command.Name, args[0], StringComparison.Ordinal)))
            {
                add(root, screen, clock);
            }
        }

        Help.Install(root, screen);
        return root;
    }

    // What makes and signs papers: 12 MB of a cold start.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddPapers(RootCommand root, Screen screen, TimeProvider clock)
    {
        root.Subcommands.Add(ReportCommand.Create(screen, clock));
        root.Subcommands.Add(PackCommands.Create(screen, clock));
        root.Subcommands.Add(SignCommand.Create(screen, clock));
        root.Subcommands.Add(ExtendCommand.Create(screen, clock));
        root.Subcommands.Add(VerifyCommand.Create(screen, clock));
    }

    // The store and what is done with it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddCases(RootCommand root, Screen screen, TimeProvider clock)
    {
        root.Subcommands.Add(Cases.CaseCommands.Create(screen, clock));
        root.Subcommands.Add(ReassessCommand.Create(screen, clock));
        root.Subcommands.Add(LabCommands.Create(screen, clock));
        root.Subcommands.Add(Stores.StoreCommands.Create(screen, clock));
    }

    // The host and the scheduler.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddService(RootCommand root, Screen screen, TimeProvider clock) =>
        root.Subcommands.Add(Serving.ServeCommand.Create(screen, clock));
}
