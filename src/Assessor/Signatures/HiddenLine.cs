using System.Text;

namespace EmrSec.Assessor.Signatures;

/// <summary>Reads a line from the keyboard without showing it.</summary>
internal static class HiddenLine
{
    /// <summary>What was typed; null where the user gave up (Ctrl+C ends the program, Esc the question).</summary>
    public static string? Read()
    {
        var typed = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    return typed.ToString();
                case ConsoleKey.Escape:
                    return null;
                case ConsoleKey.Backspace when typed.Length > 0:
                    typed.Length--;
                    break;
                default:
                    if (!char.IsControl(key.KeyChar))
                    {
                        typed.Append(key.KeyChar);
                    }

                    break;
            }
        }
    }
}
