using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Providers.Gemini;

/// <summary>Where Gemini is, and which model is asked.</summary>
internal sealed record GeminiAddress(Uri Models, string Model)
{
    private const string KeyHeader = "x-goog-api-key";

    // An error says what it is in its first lines.
    private const int MostErrorBytes = 64 * 1024;

    public static GeminiAddress Of(GeminiOptions options) => new(new Uri(options.BaseUrl.TrimEnd('/') + "/v1beta/models"), options.Model);

    /// <summary>The key goes into a header: addresses are logged on the way.</summary>
    public HttpRequestMessage Request(HttpMethod method, string rest, string key)
    {
        var request = new HttpRequestMessage(method, Models + rest);
        request.Headers.TryAddWithoutValidation(KeyHeader, key);
        return request;
    }

    /// <summary>The answer, as soon as it has begun.</summary>
    /// <exception cref="AiException">Gemini says no, or is away.</exception>
    public static async Task<HttpResponseMessage> SendAsync(
        HttpClient http,
        HttpRequestMessage request,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        try
        {
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (response.IsSuccessStatusCode)
                return response;
            using (response)
                throw new AiException(await TroubleAsync(response, clock.GetUtcNow(), cancel));
        }
        catch (Exception away) when (Troubles.IsBroken(away))
        {
            throw Troubles.Of(AiCodes.Overloaded);
        }
    }

    private static async Task<AiTrouble> TroubleAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancel)
    {
        await response.Content.LoadIntoBufferAsync(MostErrorBytes, cancel);
        return GeminiError.Of(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(cancel),
            Troubles.WaitOf(response.Headers.RetryAfter, now),
            now
        );
    }
}
