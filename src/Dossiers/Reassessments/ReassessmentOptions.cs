using System.Runtime.InteropServices;
using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>How dossiers are assessed again.</summary>
/// <param name="AsOf">The day it speaks of.</param>
/// <param name="Scope">Which dossiers.</param>
/// <param name="Actor">Who has it done, for the audit trail.</param>
public sealed record ReassessmentOptions(DateOnly AsOf, ReassessmentScope Scope, Actor Actor)
{
    /// <summary>Whether the stored flat arrays are passed over and every dossier is read from its JSON; the outcome is the same.</summary>
    public bool FromJson { get; init; }

    /// <summary>On how many threads facilities are assessed; at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>After how many outcomes they are put into the store, in one transaction: what a stop in the middle costs at most.</summary>
    public int BatchSize { get; init; } = 2_000;
}

/// <summary>How far a re-assessment has come.</summary>
/// <param name="Done">How many dossiers are assessed and in the store, those of an earlier start included.</param>
/// <param name="Total">How many there are.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ReassessmentProgress(int Done, int Total);
