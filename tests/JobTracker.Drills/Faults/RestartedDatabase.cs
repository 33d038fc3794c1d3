using JobTracker.Drills.Load;
using JobTracker.Drills.Staging;

namespace JobTracker.Drills.Faults;

/// <summary>PostgreSQL is shut down in order and started, as for its own upgrade.</summary>
internal sealed class RestartedDatabase : UnderLoad
{
    public override string Name => "restart-postgres";

    public override string Fault => "restart PostgreSQL in order";

    public override string Expects => "503 with Retry-After, then normal by itself; nothing lost";

    public override bool IsInShortForm => false;

    protected override async Task HarmAsync(Ground ground, Stage stage, WriteLoad load, Findings findings, CancellationToken cancel)
    {
        var times = ground.Quick ? 1 : 3;
        for (var time = 0; time < times; time++)
        {
            await stage.Database.StopAsync();
            await stage.Database.StartAgainAsync(cancel);
            await load.MoreAsync(40, cancel);
        }
    }
}
