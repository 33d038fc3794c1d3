using JobTracker.Drills.Checks;
using JobTracker.Drills.Load;
using JobTracker.Drills.Staging;

namespace JobTracker.Drills.Faults;

/// <summary>PostgreSQL hangs: its connections stay open and nothing comes back over them.</summary>
internal sealed class FrozenDatabase : UnderLoad
{
    // More than the pools hold, so that every connection in them is tried.
    private const int Everybody = 60;

    public override string Name => "freeze-postgres";

    public override string Fault => "SIGSTOP PostgreSQL for a while (a hanging database)";

    public override string Expects => "503 within 5 s; it recovers by itself, and no dead connection is left in the pools";

    protected override async Task HarmAsync(Ground ground, Stage stage, WriteLoad load, Findings findings, CancellationToken cancel)
    {
        var frozen = Pause.ForAsync(ground.For(8, 16), cancel);
        await stage.Database.FreezeAsync();
        // The first meet connections that were good a moment ago, the second whatever the first have left.
        await WhileAway.ExpectAsync(stage, load.Token, findings, cancel);
        if (!ground.Quick)
            await WhileAway.ExpectAsync(stage, load.Token, findings, cancel);
        await frozen;
        await stage.Database.ThawAsync();
        var back = TimeProvider.System.GetTimestamp();
        await load.MoreAsync(1, cancel);
        findings.ExpectWithin(TimeProvider.System.GetElapsedTime(back), TimeSpan.FromSeconds(8), "from its waking to the first write");
        await load.MoreAsync(40, cancel);
        foreach (var process in stage.Both)
            await ExpectGoodPoolAsync(process, load.Token, findings, cancel);
    }

    private static async Task ExpectGoodPoolAsync(WebProcess process, string token, Findings findings, CancellationToken cancel)
    {
        using var client = process.Client();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, Everybody).Select(_ => Asking.AskAsync(client, HttpMethod.Get, "/api/applications", cancel, token))
        );
        var bad = answers.Count(answer => answer.Status != 200);
        findings.Expect(bad == 0, $"{bad} of {Everybody} requests at once failed after the database had come back");
    }
}
