using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Commands;

/// <summary>Help and version, in Vietnamese.</summary>
internal static class Help
{
    public static void Install(RootCommand root, Screen screen)
    {
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption:
                    option.Description = "Hiện hướng dẫn này";
                    option.Action = new HelpText(screen);
                    break;
                case VersionOption:
                    option.Description = "Hiện phiên bản";
                    option.Action = new VersionText(screen);
                    break;
            }
        }

        root.SetAction(result =>
        {
            HelpText.Write(result.CommandResult.Command, screen.Error);
            return ExitCodes.WrongInput;
        });
        ShowHelpForGroups(root, screen);
    }

    public static bool IsAskedFor(ParseResult result) => result.Action is HelpText or VersionText;

    // A group of commands called without one of them answers with its help.
    private static void ShowHelpForGroups(Command command, Screen screen)
    {
        foreach (var group in command.Subcommands.Where(sub => sub.Subcommands.Count > 0))
        {
            group.SetAction(result =>
            {
                HelpText.Write(result.CommandResult.Command, screen.Error);
                return ExitCodes.WrongInput;
            });
            ShowHelpForGroups(group, screen);
        }
    }

    private sealed class VersionText(Screen screen) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var version = typeof(Help).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";
            screen.Out.WriteLine($"emrsec {version.Split('+')[0]} (.NET {Environment.Version}, {Sqlite()})");
            return ExitCodes.Done;
        }

        // A machine without the library can do everything but keep a store.
        private static string Sqlite()
        {
            try
            {
                return $"SQLite {StoreEngines.SqliteVersion()}";
            }
            catch (StoreException)
            {
                return "không có SQLite";
            }
        }
    }

    private sealed class HelpText(Screen screen) : SynchronousCommandLineAction
    {
        private const int NameWidth = 28;

        public override int Invoke(ParseResult parseResult)
        {
            Write(parseResult.CommandResult.Command, screen.Out);
            return ExitCodes.Done;
        }

        public static void Write(Command command, TextWriter output)
        {
            output.WriteLine(command.Description);
            output.WriteLine();
            output.WriteLine($"Cách gọi: {Path(command)}{Usage(command)}");
            Section(output, "Đối số", command.Arguments.Where(argument => !argument.Hidden).Select(argument => ($"<{argument.Name}>", argument.Description)));
            Section(output, "Lệnh", command.Subcommands.Select(sub => (sub.Name + Arguments(sub), sub.Description)));
            Section(output, "Tuỳ chọn", AllOptions(command).Select(option => (Name(option), option.Description)));
            output.WriteLine();
            output.WriteLine("Mã thoát: 0 xong; 1 xong nhưng điều được kiểm không đạt; 2 sai đầu vào hoặc lời gọi; 3 chương trình lỗi.");
        }

        private static string Usage(Command command)
        {
            var usage = Arguments(command);
            usage = command.Subcommands.Count > 0 ? usage + " <lệnh>" : usage;
            return usage + string.Concat(command.Options.Where(option => option.Required).Select(option => $" {Name(option)}")) + " [tuỳ chọn]";
        }

        private static string Arguments(Command command) =>
            string.Concat(command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $" [<{argument.Name}>]" : $" <{argument.Name}>"));

        private static string Name(Option option)
        {
            var names = string.Join(", ", option.Aliases.Where(alias => alias.StartsWith('-') && alias is not "/?" and not "/h" and not "-?").Prepend(option.Name));
            return option.ValueType == typeof(bool) || option is HelpOption or VersionOption ? names : $"{names} <{option.HelpName ?? "giá trị"}>";
        }

        private static IEnumerable<Option> AllOptions(Command command) =>
            command.Options.Concat(command.Parents.OfType<Command>().SelectMany(AllOptions).Where(option => option.Recursive)).Where(option => !option.Hidden);

        private static string Path(Command command)
        {
            var parent = command.Parents.OfType<Command>().FirstOrDefault();
            return parent is null ? "emrsec" : $"{Path(parent)} {command.Name}";
        }

        private static void Section(TextWriter output, string title, IEnumerable<(string Name, string? Text)> rows)
        {
            var listed = rows.ToList();
            if (listed.Count == 0)
            {
                return;
            }

            output.WriteLine();
            output.WriteLine($"{title}:");
            foreach (var (name, text) in listed)
            {
                output.WriteLine(name.Length < NameWidth ? $"  {name.PadRight(NameWidth)}{text}" : $"  {name}\n  {new string(' ', NameWidth)}{text}");
            }
        }
    }
}
