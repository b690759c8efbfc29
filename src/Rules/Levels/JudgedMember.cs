using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Levels;

/// <summary>A member of a frame that was judged, and the truth of each criterion of it, in the regime's order.</summary>
internal sealed record JudgedMember(int Index, SystemProfile System, Truth[] Truths);
