using JobTracker.Drills.Staging;
using JobTracker.Testing;

namespace JobTracker.Drills.Load;

/// <summary>Several people who write at the same time through the proxy, until the drill has seen enough.</summary>
internal sealed class WriteLoad : IAsyncDisposable
{
    private const int Persons = 4;
    private const int Writers = 6;
    private static int loads;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Stage stage;
    private readonly string name;
    private readonly IReadOnlyList<TestUser> people;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource giveUp;
    private readonly HttpClient client;
    private readonly Task writers;

    private WriteLoad(Stage stage, string name, IReadOnlyList<TestUser> people, CancellationToken cancel)
    {
        this.name = name;
        this.stage = stage;
        this.people = people;
        giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        client = new HttpClient { BaseAddress = stage.Site.BaseAddress, Timeout = TimeSpan.FromSeconds(20) };
        var sender = new Sender(client, Tally);
        writers = Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(number =>
                    new Writer(sender, $"{name}w{number}", number % Persons, people[number % Persons].Token, Ledger, Tally).RunAsync(
                        stop.Token,
                        giveUp.Token
                    )
                )
        );
    }

    public Tally Tally { get; } = new();
    public Ledger Ledger { get; } = new();

    /// <summary>A token to ask with while the load goes on.</summary>
    public string Token => people[0].Token;

    /// <summary>Opens the accounts, starts, and returns when writes are acknowledged as usual.</summary>
    public static async Task<WriteLoad> StartAsync(Stage stage, CancellationToken cancel)
    {
        var chosen = $"load{Interlocked.Increment(ref loads)}";
        var writing = new List<TestUser>();
        for (var person = 0; person < Persons; person++)
            writing.Add(await People.RegisterAsync(new HttpClient { BaseAddress = stage.Site.BaseAddress }, $"{chosen}-{person}"));
        var load = new WriteLoad(stage, chosen, writing, cancel);
        try
        {
            await load.MoreAsync(40, cancel);
            return load;
        }
        catch
        {
            await load.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns when so many more writes have been acknowledged: after a fault, that is what recovery means.</summary>
    /// <exception cref="TimeoutException">They are not.</exception>
    public async Task MoreAsync(int writes, CancellationToken cancel)
    {
        var goal = Tally.Acknowledged + writes;
        if (!await Pause.UntilAsync(() => Task.FromResult(Tally.Acknowledged >= goal || writers.IsCompleted), Patience, cancel))
            throw new TimeoutException($"No further {writes} writes were acknowledged within {Patience.TotalSeconds:0} seconds.");
    }

    /// <summary>Lets everybody finish, and then looks whether all is there.</summary>
    public async Task<LoadResult> FinishAsync(CancellationToken cancel)
    {
        await stop.CancelAsync();
        giveUp.CancelAfter(Patience);
        await writers;
        Tally.Close();
        var found = await new ReadBack(stage, name, Ledger, [.. people.Select(person => person.Token)]).RunAsync(cancel);
        return new LoadResult(Tally, Ledger, found, [.. stage.Both.SelectMany(process => process.Bugs)]);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await giveUp.CancelAsync();
        try
        {
            await writers;
        }
        catch (OperationCanceledException)
        {
            // The drill was given up.
        }
        foreach (var person in people)
        {
            person.Client.Dispose();
            person.Dispose();
        }
        client.Dispose();
        stop.Dispose();
        giveUp.Dispose();
    }
}

/// <summary>What a load saw, what was found afterwards, and what the processes logged as bugs of their own.</summary>
internal sealed record LoadResult(Tally Tally, Ledger Ledger, ReadBack.Found Found, IReadOnlyList<string> Bugs);
