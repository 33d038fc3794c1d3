using JobTracker.Drills.Staging;

namespace JobTracker.Drills;

/// <summary>One fault, and what must hold in spite of it.</summary>
internal abstract class Drill
{
    /// <summary>What to call it on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>The fault, as the table has it.</summary>
    public abstract string Fault { get; }

    /// <summary>What must hold.</summary>
    public abstract string Expects { get; }

    /// <summary>Whether the short form has it, which may not take longer than two minutes: starting processes is what takes the time.</summary>
    public virtual bool IsInShortForm => true;

    /// <summary>Other people's programs without which it cannot be.</summary>
    public virtual IReadOnlyList<Tool> Needs => [Tool.HaProxy];

    /// <summary>Why it cannot run on this machine; null when it can.</summary>
    public virtual Task<string?> ObstacleAsync(Ground ground) => Task.FromResult<string?>(null);

    public abstract Task RunAsync(Ground ground, Findings findings, CancellationToken cancel);
}
