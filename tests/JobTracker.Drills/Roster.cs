using JobTracker.Drills.Faults;

namespace JobTracker.Drills;

/// <summary>All drills, in the order in which they run.</summary>
internal static class Roster
{
    public static readonly IReadOnlyList<Drill> All =
    [
        new KilledProcess(),
        new KilledDatabase(),
        new RestartedDatabase(),
        new FrozenDatabase(),
        new ExhaustedPool(),
        new FullDisk(),
        new FullLogDisk(),
        new LastPlace(),
        new CutReply(),
        new RollingRestart(),
        new Migration(),
        new SameVersion(),
        new ThroughPgBouncer(),
    ];
}
