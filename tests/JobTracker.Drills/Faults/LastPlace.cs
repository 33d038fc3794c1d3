using System.Net.Http.Json;
using JobTracker.Drills.Load;
using JobTracker.Drills.Staging;
using JobTracker.Testing;

namespace JobTracker.Drills.Faults;

/// <summary>Many ask both processes at once for more places than there are.</summary>
internal sealed class LastPlace : Drill
{
    private const int Users = 4;
    private const int Applications = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public override string Name => "last-place";

    public override string Fault => "two processes race for the last place of a quota";

    public override string Expects => "exactly the limit, 403 for the others, never one more";

    public override async Task RunAsync(Ground ground, Findings findings, CancellationToken cancel)
    {
        await using var stage = await Stage.BuildAsync(
            ground,
            cancel,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Quotas__MaxUsers"] = $"{Users}",
                ["Quotas__MaxApplicationsPerUser"] = $"{Applications}",
            }
        );
        using var one = stage.One.Client();
        using var two = stage.Two.Client();
        HttpClient[] both = [one, two];

        using var person = await People.RegisterAsync(stage.One.Client(), "first");
        var added = await RaceAsync(
            ground.Quick ? 30 : 100,
            turn => UntilToldAsync(() => AddAsync(both[turn % 2], person.Token, turn, cancel), cancel)
        );
        Expect(findings, "applications", added, Applications);
        var rows = await stage.Database.ReadAsync<int>(stage.Name, "select count(*)::int from applications");
        findings.Expect(rows == Applications, $"{rows} applications stand in the database; the limit is {Applications}");

        var registered = await RaceAsync(
            ground.Quick ? 10 : 30,
            turn => UntilToldAsync(() => RegisterAsync(both[turn % 2], turn, cancel), cancel)
        );
        Expect(findings, "accounts", registered, Users - 1);
        var users = await stage.Database.ReadAsync<int>(stage.Name, "select count(*)::int from users");
        findings.Expect(users == Users, $"{users} accounts stand in the database; the limit is {Users}");
    }

    private static Task<int[]> RaceAsync(int runners, Func<int, Task<int>> run) => Task.WhenAll(Enumerable.Range(0, runners).Select(run));

    /// <summary>Comes back for as long as there are too many at once: the question is who gets the place, not who is told to wait.</summary>
    private static async Task<int> UntilToldAsync(Func<Task<int>> askAsync, CancellationToken cancel)
    {
        var status = 0;
        await Pause.UntilAsync(async () => (status = await askAsync()) is not (503 or 429), Patience, cancel);
        return status;
    }

    private static void Expect(Findings findings, string what, int[] statuses, int places)
    {
        var (won, refused) = (statuses.Count(status => status == 201), statuses.Count(status => status == 403));
        findings.Note($"{statuses.Length} at once for {places} {what}: {won} × 201, {refused} × 403");
        findings.Expect(
            won == places && won + refused == statuses.Length,
            $"{what}: {string.Join(", ", statuses.CountBy(status => status).Select(count => $"{count.Value} × {count.Key}"))} for {places} places"
        );
    }

    private static async Task<int> AddAsync(HttpClient client, string token, int turn, CancellationToken cancel) =>
        (
            await Checks.Asking.AskAsync(
                client,
                HttpMethod.Post,
                "/api/applications",
                cancel,
                token,
                new { company = $"Company {turn}", position = "Engineer" }
            )
        ).Status;

    private static async Task<int> RegisterAsync(HttpClient client, int turn, CancellationToken cancel)
    {
        using var answer = await client.PostAsJsonAsync(
            "/api/auth/register",
            new { email = $"racer{turn}@example.org", password = TestUser.Password },
            cancel
        );
        return (int)answer.StatusCode;
    }
}
