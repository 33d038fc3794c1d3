using JobTracker.Drills.Checks;
using JobTracker.Drills.Load;
using JobTracker.Drills.Staging;

namespace JobTracker.Drills.Faults;

/// <summary>PostgreSQL hangs: its connections stay open and nothing comes back over them.</summary>
internal sealed class FrozenDatabase : UnderLoad
{
    // The pool hands its connections out in turn: so many questions try each of them, few at a time.
    private const int Askers = 4;
    private const int Questions = 15;

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
        var failed = await Task.WhenAll(Enumerable.Range(0, Askers).Select(_ => AskAsync()));
        findings.Expect(failed.Sum() == 0, $"{failed.Sum()} of {Askers * Questions} requests failed after the database had come back");

        async Task<int> AskAsync()
        {
            var bad = 0;
            for (var question = 0; question < Questions; question++)
                bad += (await Asking.AskAsync(client, HttpMethod.Get, "/api/applications", cancel, token)).Status == 200 ? 0 : 1;
            return bad;
        }
    }
}
