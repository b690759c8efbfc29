using EmrSec.Reports.Signing.Keys;
using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Making;

/// <summary>Signs PDF files: the bytes that are there stay, the signature is appended.</summary>
public static class PdfSigner
{
    /// <summary>Signs a file into another; that one is there whole or not at all.</summary>
    /// <param name="input">The file to sign.</param>
    /// <param name="output">The file to make; may be the same.</param>
    /// <param name="key">The key.</param>
    /// <param name="options">How.</param>
    /// <exception cref="SigningException">It cannot be signed so; nothing was written.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static SigningOutcome SignFile(string input, string output, SigningKey key, SigningOptions options)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(options);
        using var draft = GrowingFile.CopyOf(input, output);
        var outcome = Explain(() => LevelRaiser.Sign(draft, key, options));
        draft.TakePlace();
        return outcome;
    }

    /// <summary>Signs a file in memory.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="key">The key.</param>
    /// <param name="options">How.</param>
    /// <returns>The signed file, and what was made.</returns>
    /// <exception cref="SigningException">It cannot be signed so.</exception>
    public static (byte[] Pdf, SigningOutcome Outcome) Sign(byte[] pdf, SigningKey key, SigningOptions options)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new GrowingBytes(pdf);
        var outcome = Explain(() => LevelRaiser.Sign(draft, key, options));
        return (draft.Bytes, outcome);
    }

    /// <summary>Raises the level of the signatures that a file has, into another file; that one is there whole or not at all.</summary>
    /// <param name="input">The signed file.</param>
    /// <param name="output">The file to make; may be the same.</param>
    /// <param name="options">The level, who gives time stamps and revocation data, and who is trusted.</param>
    /// <exception cref="SigningException">The level cannot be reached; nothing was written.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static SigningOutcome ExtendFile(string input, string output, SigningOptions options)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(options);
        using var draft = GrowingFile.CopyOf(input, output);
        var outcome = Explain(() => LevelRaiser.Extend(draft, options));
        draft.TakePlace();
        return outcome;
    }

    /// <summary>Raises the level of the signatures that a file in memory has.</summary>
    /// <param name="pdf">The signed file.</param>
    /// <param name="options">The level, who gives time stamps and revocation data, and who is trusted.</param>
    /// <exception cref="SigningException">The level cannot be reached.</exception>
    public static (byte[] Pdf, SigningOutcome Outcome) Extend(byte[] pdf, SigningOptions options)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new GrowingBytes(pdf);
        var outcome = Explain(() => LevelRaiser.Extend(draft, options));
        return (draft.Bytes, outcome);
    }

    /// <summary>Turns what is wrong with the input into what the user can act on.</summary>
    internal static T Explain<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Cms.CmsFormatException e)
        {
            throw new SigningException("KY034", $"chữ ký có sẵn trong tệp hỏng: {e.Message}", "kiểm tra tệp bằng emrsec verify", e);
        }
        catch (PdfFormatException e)
        {
            throw new SigningException("KY001", $"tệp PDF không đúng chuẩn: {e.Message}", "xuất lại tệp PDF từ phần mềm đã tạo ra nó rồi ký", e);
        }
    }
}
