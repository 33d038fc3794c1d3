using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace JobTracker.Testing.Ai;

/// <summary>A model provider on a real loopback port: plays the scripts it was given, one for each call, and otherwise answers plausibly.</summary>
public abstract class FakeProvider : IAsyncDisposable
{
    private readonly Lock door = new();
    private readonly CancellationTokenSource closing = new();
    private readonly Queue<Script> scripts = new();
    private readonly Queue<Script> listings = new();
    private readonly List<RecordedCall> calls = [];
    private readonly List<RecordedCall> listed = [];
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);
    private TaskCompletionSource arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication? app;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The calls for an answer so far, in the order they came; listings of models are not among them.</summary>
    public IReadOnlyList<RecordedCall> Calls
    {
        get
        {
            lock (door)
                return [.. calls];
        }
    }

    /// <summary>The calls for the list of models so far.</summary>
    public IReadOnlyList<RecordedCall> Listings
    {
        get
        {
            lock (door)
                return [.. listed];
        }
    }

    /// <summary>Played for the calls to come, one each; when none is left, the plausible answer.</summary>
    public void Next(params Script[] next)
    {
        lock (door)
        {
            foreach (var script in next)
                scripts.Enqueue(script);
        }
    }

    /// <summary>Played for the next listings of models.</summary>
    public void NextListing(params Script[] next)
    {
        lock (door)
        {
            foreach (var script in next)
                listings.Enqueue(script);
        }
    }

    /// <summary>From now on this key is wrong, whatever it is used for.</summary>
    public void Refuse(string key)
    {
        lock (door)
            refused.Add(key);
    }

    /// <summary>The call with this number, counted from one, as soon as it has come.</summary>
    public async Task<RecordedCall> CallAsync(int number = 1)
    {
        while (true)
        {
            Task next;
            lock (door)
            {
                if (calls.Count >= number)
                    return calls[number - 1];
                next = arrival.Task;
            }
            await next.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    /// <summary>Completes when somebody ends the program with Ctrl+C or a signal.</summary>
    public Task StoppedAsync() => app!.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref app, null) is { } running)
        {
            await closing.CancelAsync();
            await running.DisposeAsync();
            closing.Dispose();
        }
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts to listen; 0 takes any free port.</summary>
    protected async Task ListenAsync(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, port);
            options.Limits.MinResponseDataRate = null;
        });
        app = builder.Build();
        app.Run(ServeAsync);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Address = new Uri(addresses.Addresses.Single());
    }

    /// <summary>What stands in the headers as the key.</summary>
    protected abstract string? KeyOf(HttpRequest request);

    /// <summary>Which kind of call it is; null for an address that the provider does not have.</summary>
    protected abstract CallKind? KindOf(HttpRequest request, JsonNode? body);

    /// <summary>When nothing else was asked for.</summary>
    protected abstract Script Plausible(RecordedCall call);

    /// <summary>The list of models, or one of them.</summary>
    protected abstract Script Models(RecordedCall call);

    /// <summary>What the provider says to a wrong key, to no key, and to an address that it does not have.</summary>
    protected abstract Script Refusal(string? key);

    /// <summary>The provider's answer to an address that it does not have.</summary>
    protected abstract Script Unknown { get; }

    /// <summary>The events of an answer that does not stream, as the one body.</summary>
    protected abstract JsonNode Whole(IReadOnlyList<JsonNode> events);

    private async Task ServeAsync(HttpContext context)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing.Token);
        var body = await BodyAsync(context.Request, gone.Token);
        var call = Record(context.Request, body);
        var kind = KindOf(context.Request, body);
        var exchange = new Exchange(context, call, kind == CallKind.Stream, gone.Token);
        var script = Choose(call, kind);
        await using var left = context.RequestAborted.UnsafeRegister(_ => call.ClientLeft(), state: null);
        try
        {
            await script(exchange);
            if (exchange.Kept.Count > 0)
                await exchange.WriteAsync(Whole(exchange.Kept).ToJsonString());
        }
        catch (OperationCanceledException)
        {
            // The client is gone, or the fake is closed: nobody reads on.
            context.Abort();
        }
    }

    private RecordedCall Record(HttpRequest request, JsonNode? body)
    {
        var key = KeyOf(request);
        var headers = request
            .Headers.Where(header => key is null || !header.Value.ToString().Contains(key, StringComparison.Ordinal))
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString(), StringComparer.Ordinal);
        return new RecordedCall(request.Method, request.Path + request.QueryString, key, headers, body);
    }

    private Script Choose(RecordedCall call, CallKind? kind)
    {
        lock (door)
        {
            if (kind is null)
                return Unknown;
            (kind == CallKind.Models ? listed : calls).Add(call);
            arrival.SetResult();
            arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (string.IsNullOrEmpty(call.Key) || refused.Contains(call.Key))
                return Refusal(call.Key);
            if (kind == CallKind.Models)
                return listings.TryDequeue(out var listing) ? listing : Models(call);
            return scripts.TryDequeue(out var script) ? script : Plausible(call);
        }
    }

    private static async Task<JsonNode?> BodyAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!HttpMethods.IsPost(request.Method))
            return null;
        return await JsonNode.ParseAsync(request.Body, cancellationToken: cancel);
    }
}

/// <summary>What a provider is asked for.</summary>
public enum CallKind
{
    /// <summary>An answer in one piece.</summary>
    Whole,

    /// <summary>An answer as it comes.</summary>
    Stream,

    /// <summary>The models, or one of them.</summary>
    Models,
}
