using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Providers.Gemini;

/// <summary>Asks for the list of models, which costs nothing and takes a valid key.</summary>
internal static class GeminiModels
{
    /// <exception cref="AiException">The key is refused, or Gemini is away.</exception>
    public static async Task ListAsync(HttpClient http, GeminiAddress address, string key, TimeProvider clock, CancellationToken cancel)
    {
        using var request = address.Request(HttpMethod.Get, "?pageSize=1", key);
        using var response = await GeminiAddress.SendAsync(http, request, clock, cancel);
    }
}
