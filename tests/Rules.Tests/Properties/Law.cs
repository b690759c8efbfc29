using FsCheck;
using FsCheck.Fluent;

namespace EmrSec.Rules.Tests.Properties;

/// <summary>Runs a law over thousands of drawn cases, always the same ones; a case that breaks it is made smaller before it is shown.</summary>
internal static class Law
{
    private const ulong Seed = 20_261_121;
    private const ulong Gamma = 331;

    public static void Holds<T>(int cases, Func<RandomLaw, T> draw, Action<T> law, Func<T, IEnumerable<T>>? smaller = null)
        where T : notnull
    {
        var drawn = Gen.Choose(0, int.MaxValue - 1).Select(seed => new Drawn<T>(seed, draw(new RandomLaw(new Random(seed)))));
        var shrink = smaller ?? (_ => []);
        var property = Prop.ForAll(Arb.From(drawn, each => shrink(each.Case).Select(other => each with { Case = other })), each => law(each.Case));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(Seed, Gamma), property);
    }

    private sealed record Drawn<T>(int Seed, T Case)
    {
        public override string ToString() => $"seed {Seed}\n{Case}\n";
    }
}
