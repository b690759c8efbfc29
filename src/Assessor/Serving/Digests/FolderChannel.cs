using System.Globalization;
using System.Text;
using EmrSec.Dossiers.Files;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Serving.Digests;

/// <summary>Puts each digest into a folder as a text file, whole or not at all; the same digest has the same name.</summary>
internal sealed class FolderChannel(string folder) : IDigestChannel
{
    public string Name => "folder";

    public bool MayRepeat => true;

    public Task<(Delivery Delivery, string? Why)> Send(OutgoingDigest digest, CancellationToken cancellation)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{digest.Run:D6}-{Safe(digest.Recipient)}-{DigestKey.Of(digest)[..8]}.txt");
        var diagnostics = new DiagnosticBag();
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<(Delivery, string?)>((Delivery.Refused, $"không tạo được thư mục {folder}: {e.Message}"));
        }

        var text = $"{digest.Subject}\n\n{digest.Body}";
        return Task.FromResult<(Delivery, string?)>(
            AtomicFile.Write(Path.Combine(folder, name), stream => stream.Write(Encoding.UTF8.GetBytes(text)), diagnostics)
                ? (Delivery.Sent, null)
                : (Delivery.Refused, string.Join("; ", diagnostics.Items.Select(item => item.ToString()))));
    }

    // A recipient is an address or an account: letters, digits and a few signs of it make a file's name on every system.
    private static string Safe(string recipient) =>
        string.Concat(recipient.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@' ? c : '_')) is var safe && safe.Length > 60 ? safe[..60] : safe;
}
