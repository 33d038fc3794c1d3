using JobTracker.Drills.Load;
using JobTracker.Drills.Staging;

namespace JobTracker.Drills.Faults;

/// <summary>kill -9 of one process, and then of both.</summary>
internal sealed class KilledProcess : UnderLoad
{
    public override string Name => "kill-app";

    public override string Fault => "kill -9 one web process, then both, and start them again";

    public override string Expects => "the other process goes on; nothing acknowledged is lost, no key makes two rows";

    protected override async Task HarmAsync(Ground ground, Stage stage, WriteLoad load, Findings findings, CancellationToken cancel)
    {
        await stage.One.KillAsync();
        var alone = TimeProvider.System.GetTimestamp();
        await load.MoreAsync(40, cancel);
        findings.ExpectWithin(
            TimeProvider.System.GetElapsedTime(alone),
            TimeSpan.FromSeconds(10),
            "40 writes with one process killed and nobody there to start it"
        );
        await Pause.ForAsync(ground.For(0, 5), cancel);
        await stage.One.StartAsync();
        await load.MoreAsync(40, cancel);

        await Task.WhenAll(stage.Both.Select(process => process.KillAsync()));
        await Pause.ForAsync(ground.For(0, 3), cancel);
        await Task.WhenAll(stage.Both.Select(process => process.StartAsync()));
    }
}
