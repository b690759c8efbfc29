using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Levels;

/// <summary>A presumed value that was filled in.</summary>
internal sealed record FilledPresumption(FactVariable Variable, Presumption Presumption);

/// <summary>Fills presumed values in where nobody declared the fact.</summary>
internal static class Presumptions
{
    /// <summary>Fills a frame in place.</summary>
    /// <returns>What was filled in.</returns>
    public static IReadOnlyList<FilledPresumption> Fill(FactFrame frame)
    {
        var filled = new List<FilledPresumption>();
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
                filled.Add(new FilledPresumption(FactVariable.Of(fact, member), presumption));
            }
        }

        return filled;
    }
}
