using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import;

/// <summary>How many files this process reads at once: each takes some tens of megabytes and a core. One person has one turn at a time.</summary>
public sealed class ImportGate : IDisposable
{
    public const int MostAtOnce = 2;

    /// <summary>So long somebody waits for a turn.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>For those who have waited in vain.</summary>
    public static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim places = new(MostAtOnce);
    private readonly Lock guard = new();
    private readonly HashSet<UserId> inside = [];

    /// <summary>A place until it is disposed of; null when the person has one already, or none became free.</summary>
    public async Task<IDisposable?> EnterAsync(UserId owner, CancellationToken cancel)
    {
        lock (guard)
        {
            if (!inside.Add(owner))
                return null;
        }
        try
        {
            if (await places.WaitAsync(Patience, cancel))
                return new Place(this, owner);
        }
        catch
        {
            Forget(owner);
            throw;
        }
        Forget(owner);
        return null;
    }

    public void Dispose() => places.Dispose();

    private void Forget(UserId owner)
    {
        lock (guard)
            inside.Remove(owner);
    }

    private sealed class Place(ImportGate gate, UserId owner) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) != 0)
                return;
            gate.Forget(owner);
            gate.places.Release();
        }
    }
}
