using JobTracker.Benchmarks.Houses;
using JobTracker.Benchmarks.Load;

namespace JobTracker.Benchmarks.Speed;

/// <summary>The same work, done by the app and by the least that could do it.</summary>
/// <param name="Name">As the budget calls it.</param>
/// <param name="Budget">The share of the limit's rate that the app has to reach.</param>
/// <param name="OfApp">What is asked of the app.</param>
/// <param name="OfLimit">What is asked of the limit, by which the budget goes.</param>
/// <param name="WithoutToken">The limit without the token's check, where the other one has it.</param>
/// <param name="OfDatabase">The statement alone, where there is one.</param>
/// <param name="Table">Where each good answer leaves one row more.</param>
internal sealed record Comparison(
    string Name,
    double Budget,
    Work OfApp,
    Work OfLimit,
    Work? WithoutToken = null,
    DatabaseWork? OfDatabase = null,
    string? Table = null
)
{
    private const int MostSlices = 12;
    private const double Growth = 1.05;
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(5);

    private readonly List<Round> rounds = [];

    /// <summary>How many a second the app has done so far.</summary>
    public double AppPerSecond => Figures.Of(rounds, round => round.App.PerSecond).Median;

    /// <summary>Both sides for a time, and then as long as the runtime compiles anew what runs often: each slice is quicker than those before.</summary>
    public async Task WarmUpAsync(House house, Limits limits, TimeSpan time)
    {
        await WarmUpAsync(limits.Site, OfLimit, time);
        await WarmUpAsync(house.Site, OfApp, time);
    }

    private static async Task WarmUpAsync(Uri site, Work work, TimeSpan time)
    {
        var best = (await Wrk.RunAsync(site, work, time)).PerSecond;
        for (var (slice, slower) = (0, 0); slice < MostSlices && slower < 2; slice++)
        {
            var now = (await Wrk.RunAsync(site, work, Slice)).PerSecond;
            slower = now > Growth * best ? 0 : slower + 1;
            best = Math.Max(best, now);
        }
    }

    /// <summary>One round: all after one another, in an order that changes from round to round.</summary>
    public async Task MeasureAsync(House house, Limits limits, TimeSpan time, int number)
    {
        var round = new Round();
        var steps = new List<Func<Task>>
        {
            async () => round.App = await OfAppAsync(house, time),
            async () => round.Limit = await Wrk.RunAsync(limits.Site, OfLimit, time),
        };
        if (WithoutToken is not null)
            steps.Add(async () => round.WithoutToken = await Wrk.RunAsync(limits.Site, WithoutToken, time));
        if (OfDatabase is not null)
            steps.Add(async () => round.Database = await OfDatabase.RunAsync(house, time));
        for (var step = 0; step < steps.Count; step++)
        {
            await steps[(step + number) % steps.Count]();
            if (Table is not null)
                await Furniture.ClearUpAsync(house.ConnectionString);
        }
        rounds.Add(round);
    }

    public static void Begin() =>
        Report.Head(
            "work",
            "share of the limit: median (range)",
            "budget",
            "",
            "JobTracker, /s",
            "limit, /s",
            "limit without the token's check, /s",
            "database alone, /s",
            "bytes, app / limit"
        );

    public void Print()
    {
        var share = Figures.Of(rounds, round => round.App.PerSecond / round.Limit.PerSecond);
        Report.Row(
            Name,
            share.WithRange("0.00"),
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"≥ {Budget:0.0}"),
            Report.Verdict(share.Median >= Budget),
            Figures.Of(rounds, round => round.App.PerSecond).WithRange("0"),
            Figures.Of(rounds, round => round.Limit.PerSecond).WithRange("0"),
            Figures.Of(rounds.Where(round => round.WithoutToken is not null), round => round.WithoutToken!.PerSecond).WithRange("0"),
            Figures.Of(rounds.Where(round => round.Database is not null), round => round.Database!.Value).WithRange("0"),
            $"{Figures.Of(rounds, round => round.App.BytesEach).Alone("0")} / {Figures.Of(rounds, round => round.Limit.BytesEach).Alone("0")}"
        );
    }

    private async Task<Wrk.Result> OfAppAsync(House house, TimeSpan time)
    {
        var rows = Table is null ? 0 : await Furniture.CountAsync(house.ConnectionString, Table);
        var result = await Wrk.RunAsync(house.Site, OfApp, time);
        if (Table is not null)
            Check(await Furniture.CountAsync(house.ConnectionString, Table) - rows, result.Requests);
        return result;
    }

    // One was looked at before. At its end wrk closes its connections: what was under way may be done, and nobody hears of it.
    private void Check(long rows, long answers)
    {
        if (rows < answers + 1 || rows > answers + 1 + Wrk.Connections)
            throw new BadAnswerException($"{Name}: {answers + 1} were said to be added, and {rows} are there.");
    }

    private sealed class Round
    {
        public Wrk.Result App { get; set; } = null!;
        public Wrk.Result Limit { get; set; } = null!;
        public Wrk.Result? WithoutToken { get; set; }
        public double? Database { get; set; }
    }
}
