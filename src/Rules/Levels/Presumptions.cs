using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Levels;

/// <summary>Fills presumed values in where nobody declared the fact.</summary>
internal static class Presumptions
{
    /// <summary>Fills a frame in place.</summary>
    /// <returns>What was filled in.</returns>
    public static IReadOnlyList<(FactVariable Variable, Presumption Presumption)> Fill(FactFrame frame)
    {
        var filled = new List<(FactVariable, Presumption)>();
        for (var member = 0; member < frame.Members.Count; member++)
        {
            // Conditions are judged on what was declared, before anything is presumed.
            var declared = frame.Copy();
            foreach (var fact in frame.Catalogue.Presumed)
            {
                if (fact.Scope != FactScope.System || frame[fact, member] is not null || fact.Presumed is not { } presumption)
                {
                    continue;
                }

                if (presumption.When is { } when && RuleWalker.Evaluate(RuleNormaliser.Normalise(when), declared, member) != Truth.True)
                {
                    continue;
                }

                frame.Values[frame.Index(fact, member)] = presumption.Value.Code;
                filled.Add((FactVariable.Of(fact, member), presumption));
            }
        }

        return filled;
    }
}
