using JobTracker.Drills.Checks;
using JobTracker.Drills.Load;
using JobTracker.Drills.Staging;

namespace JobTracker.Drills.Faults;

/// <summary>kill -9 of PostgreSQL: its main process and every other one of it.</summary>
internal sealed class KilledDatabase : UnderLoad
{
    public override string Name => "kill-postgres";

    public override string Fault => "kill -9 PostgreSQL, start it again";

    public override string Expects => "503 with Retry-After within 5 s, alive but not ready, then normal by itself; nothing lost";

    protected override async Task HarmAsync(Ground ground, Stage stage, WriteLoad load, Findings findings, CancellationToken cancel)
    {
        await stage.Database.KillAsync();
        await WhileAway.ExpectAsync(stage, load.Token, findings, cancel);
        await Pause.ForAsync(ground.For(0, 5), cancel);
        await stage.Database.StartAgainAsync(cancel);
        var back = TimeProvider.System.GetTimestamp();
        await load.MoreAsync(1, cancel);
        findings.ExpectWithin(
            TimeProvider.System.GetElapsedTime(back),
            TimeSpan.FromSeconds(8),
            "from the database's return to the first write"
        );
    }
}
