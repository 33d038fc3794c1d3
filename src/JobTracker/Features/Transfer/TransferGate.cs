using JobTracker.Kernel;

namespace JobTracker.Features.Transfer;

/// <summary>How many large files come and go at once on this process, in all and of one person.</summary>
/// <param name="atOnce">Of all people together.</param>
/// <param name="ofOne">Of one person.</param>
/// <param name="patience">So long somebody waits for a place of all; for one of his or her own nobody waits.</param>
public abstract class TransferGate(int atOnce, int ofOne, TimeSpan patience) : IDisposable
{
    /// <summary>When those who find no place may try again.</summary>
    public static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim places = new(atOnce);
    private readonly Lock guard = new();
    private readonly Dictionary<UserId, int> inside = [];

    /// <summary>A place until it is disposed of; null when there is none.</summary>
    public async Task<IDisposable?> EnterAsync(UserId owner, CancellationToken cancel)
    {
        lock (guard)
        {
            var own = inside.GetValueOrDefault(owner);
            if (own >= ofOne)
                return null;
            inside[owner] = own + 1;
        }
        try
        {
            if (await places.WaitAsync(patience, cancel))
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

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        places.Dispose();
    }

    private void Forget(UserId owner)
    {
        lock (guard)
        {
            if (--inside[owner] == 0)
                inside.Remove(owner);
        }
    }

    private sealed class Place(TransferGate gate, UserId owner) : IDisposable
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
