namespace EmrSec.Assessor;

/// <summary>The exit codes of the contract.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, and what was checked does not hold.</summary>
    public const int DoesNotHold = 1;

    /// <summary>The input or the call is wrong.</summary>
    public const int WrongInput = 2;

    /// <summary>The program failed.</summary>
    public const int Failed = 3;
}
