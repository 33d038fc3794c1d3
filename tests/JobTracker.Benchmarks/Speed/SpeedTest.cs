using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Features.Statistics;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace JobTracker.Benchmarks.Speed;

/// <summary>How near the app comes to what the platform can do, in rounds that take turns within one run: the ratios hold on a noisy machine.</summary>
internal static class SpeedTest
{
    private const int Rounds = 5;
    private const int People = 100;
    private const int Applications = 1000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(bool quick)
    {
        if (Wrk.Complaint is { } complaint)
        {
            await Console.Error.WriteLineAsync(complaint);
            return 1;
        }
        await StartUp.MeasureAsync(quick ? 1 : Rounds);
        await using (var many = await House.BuildAsync(quick ? 3 : People, quick ? 100 : Applications))
            await CompareAsync(many, "many people", quick, ForMany);
        await using (var one = await House.BuildAsync(people: 1, quick ? 100 : Applications))
            await CompareAsync(one, "one person", quick, ForOne);
        return 0;
    }

    private static IReadOnlyList<Comparison> ForMany(House house) =>
        [
            new("list of 25, with a token", 0.6, new("GET", "/api/applications", house.Tokens), new("GET", "/list", house.Tokens)),
            new("list of 25, limit without a token", 0.6, new("GET", "/api/applications", house.Tokens), new("GET", "/list", house.Nobody)),
            new("the table's page", 0.4, new("GET", "/applications", house.Cookies), new("GET", "/html", house.Nobody)),
            new(
                "add an application",
                0.5,
                new("POST", "/api/applications", house.Tokens, house.NewApplication),
                new("POST", "/create", house.Tokens, house.NewApplication)
            ),
            new(
                "sign in",
                0.9,
                new("POST", "/api/auth/login", house.Nobody, house.SignIn),
                new("POST", "/hash", house.Nobody, house.SignIn)
            ),
            new("landing page", 0.7, new("GET", "/", house.Nobody), new("GET", "/static", house.Nobody)),
        ];

    private static IReadOnlyList<Comparison> ForOne(House house) =>
        [new("all figures", 0.6, new("GET", "/api/statistics/overview", house.Tokens), new("GET", "/stats", house.Tokens))];

    private static async Task CompareAsync(House house, string title, bool quick, Func<House, IReadOnlyList<Comparison>> choose)
    {
        using var client = new HttpClient { BaseAddress = house.Site };
        var landing = await client.GetByteArrayAsync(new Uri("/", UriKind.Relative));
        client.DefaultRequestHeaders.Add("Cookie", (await File.ReadAllLinesAsync(house.Cookies))[0]["Cookie: ".Length..]);
        var page = await client.GetByteArrayAsync(new Uri("/applications", UriKind.Relative));
        var owner = house.People[0];
        var list = await CapturedStatement.OfAsync(house.ConnectionString, owner, ListAsync);
        var count = await CapturedStatement.OfAsync(
            house.ConnectionString,
            owner,
            (db, person) => db.Database.ExecuteSqlAsync(CountingSql.Of(person, Period.All, TimeProvider.System.Today("UTC")))
        );
        await using var limits = await Limits.StartAsync(house, list, count, landing, page.Length);

        var comparisons = choose(house);
        foreach (var comparison in comparisons)
        {
            await Wrk.RunAsync(limits.Site, comparison.OfLimit, quick ? Quick : WarmUp);
            await Wrk.RunAsync(house.Site, comparison.OfApp, quick ? Quick : WarmUp);
        }
        for (var round = 0; round < (quick ? 1 : Rounds); round++)
        {
            foreach (var comparison in comparisons)
                await comparison.MeasureAsync(house, limits, quick ? Quick : Round, appFirst: round % 2 == 0);
        }
        Console.WriteLine($"\n### {title}\n\n{Comparison.Head}");
        foreach (var comparison in comparisons)
            Console.WriteLine(comparison);
        Console.WriteLine($"\nThe process at its largest: {house.App.LargestSize / 1e6:0} MB.");
    }

    private static async Task ListAsync(JobTrackerDb db, UserId owner)
    {
        var t = new StringLocalizer<Texts>(
            new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)
        );
        await new ListApplications(db, new ListApplications.Rules(t), TimeProvider.System, t).RunAsync(
            owner,
            new ListApplications.Input(),
            CancellationToken.None
        );
    }
}
