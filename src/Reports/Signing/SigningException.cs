namespace EmrSec.Reports.Signing;

/// <summary>A signature cannot be made, for a reason that the user can do something about. Nothing was written.</summary>
public sealed class SigningException : Exception
{
    /// <summary>Says what is wrong and what to do.</summary>
    /// <param name="code">Stable code, such as <c>KY010</c>; explained in <c>docs/ma-loi.md</c>.</param>
    /// <param name="message">What is wrong, in Vietnamese.</param>
    /// <param name="help">What to do, in Vietnamese.</param>
    /// <param name="inner">What it comes from.</param>
    public SigningException(string code, string message, string help, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Help = help;
    }

    /// <summary>Makes an exception of no particular code.</summary>
    public SigningException()
        : this("KY000", "không ký được", "thử lại")
    {
    }

    /// <summary>Makes an exception of no particular code.</summary>
    /// <param name="message">What is wrong, in Vietnamese.</param>
    public SigningException(string message)
        : this("KY000", message, "thử lại")
    {
    }

    /// <summary>Makes an exception of no particular code.</summary>
    /// <param name="message">What is wrong, in Vietnamese.</param>
    /// <param name="innerException">What it comes from.</param>
    public SigningException(string message, Exception innerException)
        : this("KY000", message, "thử lại", innerException)
    {
    }

    /// <summary>The stable code.</summary>
    public string Code { get; }

    /// <summary>What to do about it.</summary>
    public string Help { get; }
}
