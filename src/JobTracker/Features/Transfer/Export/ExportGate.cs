using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Export;

/// <summary>How many exports run at once on this process: each takes a database connection and some megabytes for as long as its reader is slow.</summary>
public sealed class ExportGate
{
    public const int MostAtOnce = 6;
    public const int MostOfOne = 2;

    /// <summary>For those who find no place.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    private readonly Lock guard = new();
    private readonly Dictionary<UserId, int> running = [];
    private int all;

    /// <summary>A place until it is disposed of; null when there is none.</summary>
    public IDisposable? Enter(UserId owner)
    {
        lock (guard)
        {
            var own = running.GetValueOrDefault(owner);
            if (all >= MostAtOnce || own >= MostOfOne)
                return null;
            all++;
            running[owner] = own + 1;
            return new Place(this, owner);
        }
    }

    private void Leave(UserId owner)
    {
        lock (guard)
        {
            all--;
            if (--running[owner] == 0)
                running.Remove(owner);
        }
    }

    private sealed class Place(ExportGate gate, UserId owner) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
                gate.Leave(owner);
        }
    }
}
