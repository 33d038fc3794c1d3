using JobTracker.Drills.Checks;
using JobTracker.Drills.Load;
using JobTracker.Drills.Staging;

namespace JobTracker.Drills.Faults;

/// <summary>SIGTERM to one process after the other, each started again before the next one goes.</summary>
internal sealed class RollingRestart : UnderLoad
{
    private static readonly TimeSpan Leave = TimeSpan.FromSeconds(28);

    public override string Name => "rolling-restart";

    public override string Fault => "SIGTERM, rolling restart of both processes";

    public override string Expects => "readiness turns false first, running requests finish, not one request fails";

    protected override async Task HarmAsync(Ground ground, Stage stage, WriteLoad load, Findings findings, CancellationToken cancel)
    {
        var rounds = ground.Quick ? 1 : 3;
        for (var round = 0; round < rounds; round++)
        {
            foreach (var process in stage.Both)
            {
                await StopAsync(process, findings, cancel);
                await process.StartAsync();
                // HAProxy lets it in again: until then, stopping the other one would leave nobody.
                await Pause.ForAsync(TimeSpan.FromSeconds(2), cancel);
            }
        }
        await load.MoreAsync(40, cancel);
        findings.Expect(load.Tally.Failures == 0, $"{load.Tally.Failures} requests failed");
    }

    private static async Task StopAsync(WebProcess process, Findings findings, CancellationToken cancel)
    {
        using var client = process.Client();
        var told = TimeProvider.System.GetTimestamp();
        await process.TerminateAsync();
        var refused = await Pause.UntilAsync(
            async () => (await Asking.AskAsync(client, HttpMethod.Get, "/health/ready", cancel)).Status == 503,
            TimeSpan.FromSeconds(2),
            cancel
        );
        findings.Expect(refused, "/health/ready did not turn 503 after SIGTERM");
        var still = await Asking.AskAsync(client, HttpMethod.Get, "/meta", cancel);
        findings.Expect(still.Status == 200, $"/meta: {still.Status} after readiness had turned false");
        var code = await process.ExitAsync();
        findings.Expect(code == 0, $"a process that was told to stop ended with {code}");
        findings.ExpectWithin(TimeProvider.System.GetElapsedTime(told), Leave, "from SIGTERM to the end");
    }
}
