using JobTracker.Drills.Load;
using JobTracker.Drills.Staging;

namespace JobTracker.Drills;

/// <summary>A drill in which people write all the while: two processes behind a proxy, the fault, recovery, and a look at what is there.</summary>
internal abstract class UnderLoad : Drill
{
    private const int Recovered = 80;

    public override async Task RunAsync(Ground ground, Findings findings, CancellationToken cancel) =>
        await RunOnAsync(await ground.StageAsync(cancel), ground, findings, cancel);

    protected async Task RunOnAsync(Stage stage, Ground ground, Findings findings, CancellationToken cancel)
    {
        await using var load = await WriteLoad.StartAsync(stage, cancel);
        await HarmAsync(ground, stage, load, findings, cancel);
        await load.MoreAsync(Recovered, cancel);
        findings.Take(await load.FinishAsync(cancel));
    }

    /// <summary>Does the harm, and mends what an operator would mend.</summary>
    protected abstract Task HarmAsync(Ground ground, Stage stage, WriteLoad load, Findings findings, CancellationToken cancel);
}
