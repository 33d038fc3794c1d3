using System.Net.Http.Headers;
using System.Text;

namespace JobTracker.Testing;

/// <summary>Requests as a careless or hostile program might send them.</summary>
public static class Calls
{
    /// <summary>A body exactly as it stands.</summary>
    public static Task<HttpResponseMessage> SendRawAsync(
        this HttpClient client,
        HttpMethod method,
        string path,
        string body,
        string mediaType = "application/json",
        string? language = null
    ) => client.SendRawAsync(method, path, Encoding.UTF8.GetBytes(body), mediaType, language);

    /// <summary>A body of any bytes.</summary>
    public static async Task<HttpResponseMessage> SendRawAsync(
        this HttpClient client,
        HttpMethod method,
        string path,
        byte[] body,
        string mediaType = "application/json",
        string? language = null
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        if (language is not null)
            request.Headers.AcceptLanguage.ParseAdd(language);
        return await client.SendAsync(request);
    }
}
