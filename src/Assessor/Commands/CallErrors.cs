using System.CommandLine;
using System.CommandLine.Parsing;

namespace EmrSec.Assessor.Commands;

/// <summary>Says in Vietnamese what is wrong with a call: one clear line for each mistake, and how to see the right form.</summary>
internal static class CallErrors
{
    public static int Report(ParseResult parsed, Screen screen)
    {
        var command = parsed.CommandResult.Command;
        foreach (var line in Lines(parsed, command).Distinct(StringComparer.Ordinal))
        {
            screen.Error.WriteLine($"lỗi: {line}");
        }

        screen.Error.WriteLine($"Xem cách gọi: emrsec {string.Join(' ', Path(command))} --help".Replace("  ", " ", StringComparison.Ordinal));
        return ExitCodes.WrongInput;
    }

    private static IEnumerable<string> Lines(ParseResult parsed, Command command)
    {
        foreach (var token in parsed.UnmatchedTokens)
        {
            var known = command.Subcommands.Select(sub => sub.Name).Concat(command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)));
            var nearest = NearestName.Find(token, known);
            yield return $"không hiểu «{token}» trong lời gọi{(nearest is null ? "" : $"; có phải ý anh/chị là «{nearest}»?")}";
        }

        foreach (var error in parsed.Errors)
        {
            if (Describe(error) is { } text)
            {
                yield return text;
            }
            else if (parsed.UnmatchedTokens.Count == 0)
            {
                yield return "lời gọi không đúng";
            }
        }
    }

    private static string? Describe(ParseError error) => error.SymbolResult switch
    {
        // Our own parsers write Vietnamese; the library's messages are English and replaced.
        _ when error.Message.StartsWith(Prefix, StringComparison.Ordinal) => error.Message[Prefix.Length..],
        OptionResult { Tokens.Count: 0 } option when option.Implicit || option.IdentifierToken is null => $"thiếu tuỳ chọn bắt buộc {option.Option.Name} <{option.Option.HelpName}>",
        OptionResult { Tokens.Count: 0 } option => $"tuỳ chọn {option.Option.Name} cần một giá trị <{option.Option.HelpName}>",
        OptionResult option => $"tuỳ chọn {option.Option.Name} không nhận «{string.Join(' ', option.Tokens)}»",
        ArgumentResult { Parent: OptionResult option } => $"tuỳ chọn {option.Option.Name} không nhận «{string.Join(' ', option.Tokens)}»",
        ArgumentResult { Tokens.Count: 0 } argument => $"thiếu <{argument.Argument.Name}>",
        CommandResult command when command.Command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0) is { } missing && command.GetResult(missing) is null or { Tokens.Count: 0 } => $"thiếu <{missing.Name}>",
        _ => null,
    };

    /// <summary>Marks the messages that this program wrote itself.</summary>
    public const string Prefix = "\u0001";

    private static IEnumerable<string> Path(Command command)
    {
        var parent = command.Parents.OfType<Command>().FirstOrDefault();
        return parent is null ? [] : Path(parent).Append(command.Name);
    }
}
