using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Models;

namespace JobTracker.Features.Coach.Providers.OpenAi;

/// <summary>The package set up for a key: our connections, no retries and no time limit of its own, no logs.</summary>
internal static class OpenAiAccess
{
    public static OpenAiChatClient Chat(HttpClient http, OpenAiOptions options, string key, TimeProvider clock) =>
        new(new ChatClient(options.Model, new ApiKeyCredential(key), Settings(http, options)), clock);

    /// <summary>Asks for the list of models, which costs nothing and takes a valid key.</summary>
    /// <exception cref="AiException">The key is refused, or OpenAI is away.</exception>
    public static async Task ListAsync(HttpClient http, OpenAiOptions options, string key, TimeProvider clock, CancellationToken cancel)
    {
        try
        {
            await new OpenAIModelClient(new ApiKeyCredential(key), Settings(http, options)).GetModelsAsync(cancel);
        }
        catch (ClientResultException refused)
        {
            throw new AiException(OpenAiError.Of(refused, clock.GetUtcNow()));
        }
        catch (Exception away) when (Troubles.IsBroken(away))
        {
            throw Troubles.Of(AiCodes.Overloaded);
        }
    }

    private static OpenAIClientOptions Settings(HttpClient http, OpenAiOptions options) =>
        new()
        {
            Endpoint = new Uri(options.BaseUrl.TrimEnd('/') + "/v1"),
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
}
