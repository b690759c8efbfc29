namespace EmrSec.Rules.Evaluation;

/// <summary>Kleene's three truth values, in two bits so that AND is <c>&amp;</c> and OR is <c>|</c>.</summary>
public enum Truth
{
    /// <summary>Known not to hold.</summary>
    False = 0,

    /// <summary>A fact that decides was not declared.</summary>
    Unknown = 1,

    /// <summary>Known to hold.</summary>
    True = 3,
}
