using System.Diagnostics.Metrics;
using JobTracker.Features.Accounts;
using JobTracker.Features.Coach.Providers;
using JobTracker.Features.Coach.Providers.Gemini;
using JobTracker.Features.Coach.Providers.OpenAi;
using JobTracker.Kernel;
using JobTracker.Testing;
using JobTracker.Testing.Ai;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace JobTracker.Tests.Features.Coach.Providers;

/// <summary>A provider to ask, without the rest of the app.</summary>
internal sealed class ProviderStage : IAsyncDisposable
{
    public const string Key = "test-key-canary-4711";

    private readonly ProviderHttp http = new();
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    private ProviderStage(AiProvider provider, string? address, string key, TimeProvider clock, ILoggerFactory? loggers = null)
    {
        var gemini = new GeminiOptions();
        var openAi = new OpenAiOptions();
        if (address is not null)
            (gemini.BaseUrl, openAi.BaseUrl) = (address, address);
        Providers = new ProviderClients(
            http,
            Options.Create(gemini),
            Options.Create(openAi),
            new CoachInstruments(services.GetRequiredService<IMeterFactory>()),
            new TokenRatio(),
            loggers ?? NullLoggerFactory.Instance,
            clock
        );
        Client = Providers.Open(new UserId(Guid.CreateVersion7()), provider, key, Purse.Own).Client;
        Provider = provider;
    }

    public ProviderClients Providers { get; }
    public IChatClient Client { get; }
    public AiProvider Provider { get; }

    /// <summary>Null for a real provider.</summary>
    public FakeProvider? Fake { get; private init; }

    public static async Task<(ProviderStage Stage, FakeGemini Fake)> GeminiAsync(TimeProvider? clock = null, ILoggerFactory? loggers = null)
    {
        var fake = await FakeGemini.StartAsync();
        return (Of(AiProvider.Gemini, fake, clock, loggers), fake);
    }

    public static async Task<(ProviderStage Stage, FakeOpenAi Fake)> OpenAiAsync(TimeProvider? clock = null, ILoggerFactory? loggers = null)
    {
        var fake = await FakeOpenAi.StartAsync();
        return (Of(AiProvider.Openai, fake, clock, loggers), fake);
    }

    /// <summary>By its name in a theory.</summary>
    public static async Task<ProviderStage> StartAsync(string name, TimeProvider? clock = null) =>
        name switch
        {
            "gemini" => (await GeminiAsync(clock)).Stage,
            "openai" => (await OpenAiAsync(clock)).Stage,
            "live gemini" => new(AiProvider.Gemini, null, Environment.GetEnvironmentVariable("GEMINI_API_KEY")!, TimeProvider.System),
            _ => new(AiProvider.Openai, null, Environment.GetEnvironmentVariable("OPENAI_API_KEY")!, TimeProvider.System),
        };

    private static ProviderStage Of(AiProvider provider, FakeProvider fake, TimeProvider? clock, ILoggerFactory? loggers) =>
        new(provider, fake.Address.AbsoluteUri, Key, clock ?? new ManualClock { JumpsOver = TimeSpan.FromSeconds(6) }, loggers)
        {
            Fake = fake,
        };

    public IAsyncEnumerable<ChatResponseUpdate> Ask(string text, CancellationToken cancel = default) =>
        Client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, text)], cancellationToken: cancel);

    /// <summary>The text that came, the last update's finish reason, and the trouble if there was one.</summary>
    public async Task<(string Text, ChatFinishReason? Finish, UsageDetails? Usage, AiTrouble? Trouble)> ListenAsync(string text = "Hello?")
    {
        var said = "";
        ChatFinishReason? finish = null;
        UsageDetails? usage = null;
        try
        {
            await foreach (var update in Ask(text))
            {
                said += update.Text;
                finish = update.FinishReason ?? finish;
                usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? usage;
            }
            return (said, finish, usage, null);
        }
        catch (AiException failed)
        {
            return (said, null, usage, failed.Trouble);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        http.Dispose();
        await services.DisposeAsync();
        if (Fake is not null)
            await Fake.DisposeAsync();
    }
}
