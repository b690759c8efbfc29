namespace EmrSec.Reports.Signing.Reading;

/// <summary>The bytes are not the PDF that ISO 32000 describes; nothing is repaired, since every reader repairs differently.</summary>
internal sealed class PdfFormatException : Exception
{
    /// <summary>Says what is wrong and where.</summary>
    /// <param name="message">What is wrong, in Vietnamese.</param>
    /// <param name="offset">Where in the file, in bytes; -1 where no place can be named.</param>
    public PdfFormatException(string message, long offset = -1)
        : base(offset < 0 ? message : $"{message} (byte {offset.ToString(System.Globalization.CultureInfo.InvariantCulture)})")
    {
    }

    public PdfFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public PdfFormatException()
    {
    }
}
