using JobTracker.Drills.Staging;

namespace JobTracker.Drills.Checks;

/// <summary>How a process has to answer while its database does not.</summary>
internal static class WhileAway
{
    /// <summary>The promise is five seconds; a machine that runs everything at once gets half as much again.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(7.5);

    /// <summary>Asks every process: alive, not ready, and every request gets 503 with a time to come back.</summary>
    public static async Task ExpectAsync(Stage stage, string token, Findings findings, CancellationToken cancel)
    {
        var slowest = await Task.WhenAll(stage.Both.Select(process => ExpectAsync(process, token, findings, cancel)));
        findings.ExpectWithin(slowest.Max(), Most, "slowest answer while the database was away");
    }

    private static async Task<TimeSpan> ExpectAsync(WebProcess process, string token, Findings findings, CancellationToken cancel)
    {
        using var client = process.Client();
        var applications = "/api/applications";
        var asked = await Task.WhenAll(
            AskAsync(HttpMethod.Get, applications, token),
            AskAsync(HttpMethod.Post, applications, token, new { company = "Away", position = "Away" }),
            AskAsync(HttpMethod.Post, "/api/auth/login", body: new { email = "somebody@example.org", password = "correct horse battery" }),
            AskAsync(HttpMethod.Get, "/health/ready"),
            AskAsync(HttpMethod.Get, "/health/live")
        );
        string[] names = ["list", "add", "sign in"];
        foreach (var (name, answer) in names.Zip(asked))
            findings.Expect(answer is { Status: 503, SaysWhen: true }, $"{name}: {Describe(answer)} instead of 503 with Retry-After");
        findings.Expect(asked[3].Status == 503, $"/health/ready: {Describe(asked[3])} instead of 503");
        findings.Expect(asked[4].Status == 200, $"/health/live: {Describe(asked[4])} instead of 200");
        findings.Expect(asked[4].After < TimeSpan.FromSeconds(1), $"/health/live: {Describe(asked[4])}, which is not at once");
        return asked.Max(answer => answer.After);

        Task<Asking.Answered> AskAsync(HttpMethod method, string path, string? token = null, object? body = null) =>
            Asking.AskAsync(client, method, path, cancel, token, body);
    }

    private static string Describe(Asking.Answered answer) =>
        $"{(answer.Status == 0 ? "no answer" : answer.Status)} after {Findings.Seconds(answer.After)}{(answer.SaysWhen ? "" : ", no Retry-After")}";
}
