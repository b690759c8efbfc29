namespace EmrSec.Reports.Signing.Trust;

/// <summary>Short questions and answers over HTTP, bounded in size and time.</summary>
internal static class HttpExchange
{
    private const int LargestAnswer = 32 * 1024 * 1024;

    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = true, MaxAutomaticRedirections = 3 })
    {
        Timeout = TimeSpan.FromSeconds(20),
        MaxResponseContentBufferSize = LargestAnswer,
    };

    /// <summary>Sends a question and gives the answer.</summary>
    /// <exception cref="HttpRequestException">There is no answer, or it is an error.</exception>
    public static byte[] Post(Uri address, byte[] question, string contentType)
    {
        using var content = new ByteArrayContent(question);
        content.Headers.ContentType = new(contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        return Send(request);
    }

    /// <summary>Fetches a file.</summary>
    /// <exception cref="HttpRequestException">There is no answer, or it is an error.</exception>
    public static byte[] Get(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return Send(request);
    }

    private static byte[] Send(HttpRequestMessage request)
    {
        try
        {
            using var response = Client.Send(request);
            response.EnsureSuccessStatusCode();
            using var stream = response.Content.ReadAsStream();
            using var buffer = new MemoryStream();
            stream.CopyTo(buffer);
            return buffer.ToArray();
        }
        catch (OperationCanceledException e)
        {
            throw new HttpRequestException("timeout", e);
        }
    }
}
