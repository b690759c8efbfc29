using System.Globalization;

namespace EmrSec.Fuzz;

/// <summary>Mutates good signed files for a bounded time and asks the verifier: <c>seconds [seed]</c>.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (args.Length is 0 or > 2 || !int.TryParse(args[0], CultureInfo.InvariantCulture, out var seconds) || seconds < 1)
        {
            Console.Error.WriteLine("dotnet run -c Release --project tests/Fuzz -- SECONDS [SEED]");
            return 2;
        }

        var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Environment.TickCount;
        return new Hunt(seed, Console.Out).Run(TimeSpan.FromSeconds(seconds)) ? 0 : 1;
    }
}
