using System.Security.Cryptography;
using System.Text;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Files;

/// <summary>
/// A text file as it was when read, and the way to replace it: whole or not at all. A write goes to a temporary file in the same folder,
/// is flushed to disk and takes the file's place by renaming, in the file's encoding and (on Unix) with its mode; a file that somebody
/// else changed since it was read is not overwritten. Where the path is a symbolic link, its target is replaced.
/// </summary>
public sealed class AtomicTextFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Told by the byte-order mark; TextFileReader decodes the same way.
    private static readonly Encoding[] MarkedEncodings =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private readonly Encoding _encoding;
    private readonly byte[] _hash;

    private AtomicTextFile(string path, string text, Encoding encoding, byte[] hash)
    {
        Path = path;
        Text = text;
        _encoding = encoding;
        _hash = hash;
    }

    /// <summary>The file, as the caller named it.</summary>
    public string Path { get; }

    /// <summary>Its text, without byte-order mark.</summary>
    public string Text { get; }

    /// <summary>Called between the flush and the rename; tests let a write fail here.</summary>
    internal Action BeforeRename { get; set; } = () => { };

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <returns>The file, or null where it cannot be read.</returns>
    public static AtomicTextFile? Read(string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (TextFileReader.ReadBytes(path, diagnostics) is not { } bytes || TextFileReader.Decode(bytes, path, diagnostics) is not { } text)
        {
            return null;
        }

        var encoding = Array.Find(MarkedEncodings, marked => bytes.AsSpan().StartsWith(marked.Preamble)) ?? Utf8;
        return new AtomicTextFile(path, text, encoding, SHA256.HashData(bytes));
    }

    /// <summary>Makes a new file (UTF-8 without byte-order mark); a file that exists is left alone.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <returns>The file, or null where it could not be made.</returns>
    public static AtomicTextFile? Create(string path, string text, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return WriteFailure.Report(path, diagnostics, () =>
        {
            var bytes = Encode(Utf8, text);
            using var draft = System.IO.Path.Exists(path) ? throw new FileInTheWayException() : DraftFile.Write(path, bytes, mode: null);
            draft.TakeFreePlace(path);
            return new AtomicTextFile(path, text, Utf8, SHA256.HashData(bytes));
        });
    }

    /// <summary>Replaces the file's text.</summary>
    /// <param name="text">The new text, without byte-order mark.</param>
    /// <param name="diagnostics">Receives what is wrong; the file is then as it was and nothing is left beside it.</param>
    /// <returns>The file as it is now, or null where it was not replaced.</returns>
    public AtomicTextFile? Write(string text, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return WriteFailure.Report(Path, diagnostics, () =>
        {
            var bytes = Encode(_encoding, text);
            var path = System.IO.Path.GetFullPath(Path);
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            using var draft = DraftFile.Write(target, bytes, OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(target));
            BeforeRename();
            if (!HashForWriting(target).AsSpan().SequenceEqual(_hash))
            {
                throw new FileChangedException();
            }

            draft.Replace(target);
            return new AtomicTextFile(Path, text, _encoding, SHA256.HashData(bytes));
        });
    }

    private static byte[] Encode(Encoding encoding, string text) => [.. encoding.Preamble, .. encoding.GetBytes(text)];

    // Opened for writing although it is only read: renaming over it would not ask whether the file itself may be written.
    private static byte[] HashForWriting(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        return SHA256.HashData(stream);
    }
}
