using EmrSec.Dossiers.Workflow;

namespace EmrSec.Assessor.Cases;

/// <summary>What was asked is not done, and nothing was written: the reasons are for the user.</summary>
internal sealed class RefusedException : Exception
{
    public RefusedException(params IReadOnlyList<Refusal> refusals)
        : base(string.Join('\n', refusals)) => Refusals = refusals;

    public RefusedException(string code, string message, string help, string? citation = null)
        : this([new Refusal(code, message, help, citation)])
    {
    }

    /// <summary>Everything that stands against it.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }
}
