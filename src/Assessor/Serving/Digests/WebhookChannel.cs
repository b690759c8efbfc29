using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Serving.Digests;

/// <summary>
/// Posts each digest as JSON to an address, with an <c>Idempotency-Key</c> that is the same every time and, where a secret is set, an
/// HMAC-SHA-256 of the body in <c>X-EmrSec-Signature</c>.
/// </summary>
internal sealed class WebhookChannel(Uri address, byte[]? secret, HttpClient client) : IDigestChannel
{
    public string Name => "webhook";

    public bool MayRepeat => true;

    public async Task<(Delivery Delivery, string? Why)> Send(OutgoingDigest digest, CancellationToken cancellation)
    {
        var body = Body(digest);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add("Idempotency-Key", DigestKey.Of(digest));
        if (secret is not null)
        {
            request.Headers.Add("X-EmrSec-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(secret, body)));
        }

        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            var said = string.Create(CultureInfo.InvariantCulture, $"máy nhận trả lời {(int)response.StatusCode}");
            return response.IsSuccessStatusCode ? (Delivery.Sent, null)
                : response.StatusCode is HttpStatusCode.Gone or HttpStatusCode.NotFound or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? (Delivery.Rejected, said)
                : (Delivery.Refused, said);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return (Delivery.Refused, $"không kết nối được tới {address.Host}: {e.Message}");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return (Delivery.Uncertain, $"mất kết nối với {address.Host} trước khi có trả lời");
        }
    }

    private static byte[] Body(OutgoingDigest digest)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "emrsec.digest/1");
            json.WriteString("id", DigestKey.Of(digest));
            json.WriteNumber("run", digest.Run);
            json.WriteString("recipient", digest.Recipient);
            json.WriteString("subject", digest.Subject);
            json.WriteString("text", digest.Body);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
