using JobTracker.Features.Accounts;
using JobTracker.Features.Coach.Providers.Gemini;
using JobTracker.Features.Coach.Providers.OpenAi;
using JobTracker.Kernel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Coach.Providers;

/// <summary>The providers: who answers a key, and whether the key is any good.</summary>
public sealed class ProviderClients(
    ProviderHttp http,
    IOptions<GeminiOptions> geminiOptions,
    IOptions<OpenAiOptions> openAiOptions,
    CoachInstruments instruments,
    TokenRatio ratio,
    ILoggerFactory loggers,
    TimeProvider clock
)
{
    private static readonly TimeSpan ListingTakes = TimeSpan.FromSeconds(8);
    private readonly GeminiOptions gemini = geminiOptions.Value;
    private readonly OpenAiOptions openAi = openAiOptions.Value;

    /// <summary>The model that a provider is asked for.</summary>
    public string ModelOf(AiProvider provider) => provider == AiProvider.Gemini ? gemini.Model : openAi.Model;

    /// <summary>A client for one person's question; it holds nothing that would have to be closed.</summary>
    public CoachModel Open(UserId owner, AiProvider provider, string key, Purse purse)
    {
        var asked = new Asked(owner, provider, ModelOf(provider), purse);
        IChatClient client =
            provider == AiProvider.Gemini
                ? new GeminiChatClient(http.Client, GeminiAddress.Of(gemini), key, clock)
                : OpenAiAccess.Chat(http.Client, openAi, key, clock);
        client = new Retrying(new Patience(client, clock), clock, loggers.CreateLogger<Retrying>());
        client = new Logging(new Metering(client, instruments, ratio, asked, clock), asked, clock, loggers.CreateLogger<Logging>());
        return new CoachModel(client, provider, asked.Model, purse);
    }

    /// <summary>Null when the provider takes the key.</summary>
    public async Task<AiTrouble?> TryAsync(AiProvider provider, string key, CancellationToken cancel)
    {
        using var tooLong = new CancellationTokenSource(ListingTakes, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, tooLong.Token);
        try
        {
            if (provider == AiProvider.Gemini)
                await GeminiModels.ListAsync(http.Client, GeminiAddress.Of(gemini), key, clock, stop.Token);
            else
                await OpenAiAccess.ListAsync(http.Client, openAi, key, clock, stop.Token);
            return null;
        }
        catch (AiException refused)
        {
            return refused.Trouble;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new AiTrouble(AiCodes.Overloaded);
        }
    }
}
