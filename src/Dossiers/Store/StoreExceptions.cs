namespace EmrSec.Dossiers.Store;

/// <summary>The store could not do what it was asked; nothing was written. The message is for the user, in Vietnamese: what, and what to do.</summary>
public class StoreException : Exception
{
    /// <summary>Makes one.</summary>
    public StoreException()
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What, and what to do, in Vietnamese.</param>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What, and what to do, in Vietnamese.</param>
    /// <param name="innerException">Why.</param>
    public StoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Its code, such as <c>KH001</c>, explained in <c>docs/ma-loi.md</c>; null where it has none.</summary>
    public string? Code { get; init; }

    /// <summary>It as the user reads it: «lỗi KH001: message», or «lỗi: message» where it has no code.</summary>
    public string Line => Code is null ? $"lỗi: {Message}" : $"lỗi {Code}: {Message}";
}

/// <summary>Somebody else changed the case since it was read; nothing was written. Read it again, and decide.</summary>
public sealed class CaseConflictException : StoreException
{
    /// <summary>Makes one.</summary>
    public CaseConflictException()
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What, in Vietnamese.</param>
    public CaseConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What, in Vietnamese.</param>
    /// <param name="innerException">Why.</param>
    public CaseConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
