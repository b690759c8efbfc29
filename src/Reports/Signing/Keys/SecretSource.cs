using System.Text;
using Microsoft.Win32.SafeHandles;

namespace EmrSec.Reports.Signing.Keys;

/// <summary>
/// Where a PIN or password comes from: asked for, an environment variable, or a file descriptor. Never an argument of the command, which others
/// see in the list of processes; never written to a log.
/// </summary>
public sealed class SecretSource
{
    private const int Longest = 1024;

    private readonly Func<string> _read;

    private SecretSource(Func<string> read) => _read = read;

    /// <summary>Asks a person.</summary>
    /// <param name="ask">Asks, without echo, and gives what was typed.</param>
    public static SecretSource Prompt(Func<string> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        return new SecretSource(ask);
    }

    /// <summary>Reads an environment variable.</summary>
    /// <param name="name">Its name.</param>
    public static SecretSource Environment(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new SecretSource(() => global::System.Environment.GetEnvironmentVariable(name)
            ?? throw new SigningException("KY060", $"không có biến môi trường «{name}»", "đặt biến này trước khi ký, hoặc bỏ lựa chọn để được hỏi"));
    }

    /// <summary>Reads the first line of an open file descriptor (Linux, macOS).</summary>
    /// <param name="descriptor">Its number.</param>
    public static SecretSource Descriptor(int descriptor) => new(() =>
    {
        try
        {
            using var handle = new SafeFileHandle(descriptor, ownsHandle: false);
            using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
            var bytes = new byte[Longest];
            var count = stream.ReadAtLeast(bytes, Longest, throwOnEndOfStream: false);
            var text = Encoding.UTF8.GetString(bytes, 0, count);
            Array.Clear(bytes);
            return text.Split('\n')[0].TrimEnd('\r');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SigningException("KY061", $"không đọc được mật khẩu từ mô tả tệp {descriptor.ToString(global::System.Globalization.CultureInfo.InvariantCulture)}", "mở mô tả tệp khi gọi lệnh, ví dụ 3< tệp", e);
        }
    });

    /// <summary>Gets the secret; each call asks once, never again by itself.</summary>
    internal string Read() => _read();

    /// <summary>Says nothing of the secret.</summary>
    public override string ToString() => "mật khẩu";
}
