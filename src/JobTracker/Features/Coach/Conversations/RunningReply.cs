using System.Collections.Concurrent;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>Why a reply is broken off.</summary>
public enum StopReason
{
    /// <summary>The person wants no more of it.</summary>
    Asked,

    /// <summary>This process stops.</summary>
    Shutdown,

    /// <summary>Its row is gone, or no longer ours to write.</summary>
    Gone,
}

/// <summary>A reply that this process is writing: wakes those who read it here, and can be broken off at once.</summary>
public sealed class RunningReply : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private TaskCompletionSource changed = New();

    /// <summary>Set by the first who stopped it.</summary>
    public StopReason? Reason { get; private set; }

    /// <summary>Cancelled when it is to end.</summary>
    public CancellationToken Stopped => stop.Token;

    /// <summary>Done at the next change. To be asked for before reading the rows, so that no change falls in between.</summary>
    public Task Changed
    {
        get
        {
            lock (gate)
                return changed.Task;
        }
    }

    /// <summary>More of it is stored.</summary>
    public void Tell()
    {
        TaskCompletionSource told;
        lock (gate)
            (told, changed) = (changed, New());
        told.SetResult();
    }

    public void Stop(StopReason reason)
    {
        lock (gate)
        {
            if (Reason is not null)
                return;
            Reason = reason;
            // What is to be broken off runs elsewhere, not under this lock.
            _ = stop.CancelAsync();
        }
    }

    /// <summary>It is over: nothing can be stopped any more.</summary>
    public void Dispose()
    {
        lock (gate)
            Reason ??= StopReason.Gone;
        stop.Dispose();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>The replies that this process is writing, by their ids.</summary>
public sealed class RunningReplies
{
    private readonly ConcurrentDictionary<Guid, RunningReply> all = new();

    public ICollection<RunningReply> All => all.Values;

    /// <summary>Null when it is not written here: then only its rows tell of it.</summary>
    public RunningReply? Find(Guid reply) => all.GetValueOrDefault(reply);

    public RunningReply Add(Guid reply) => all.GetOrAdd(reply, _ => new RunningReply());

    public void Remove(Guid reply) => all.TryRemove(reply, out _);
}
