using Microsoft.Extensions.Internal;

namespace JobTracker.Testing;

/// <summary>The real time, moved by what a test adds.</summary>
public sealed class TestClock : TimeProvider, ISystemClock
{
    private long offset;
    private long standing;

    DateTimeOffset ISystemClock.UtcNow => GetUtcNow();

    public override DateTimeOffset GetUtcNow() =>
        Interlocked.Read(ref standing) is not 0 and var still
            ? new DateTimeOffset(still, TimeSpan.Zero)
            : System.GetUtcNow().AddTicks(Interlocked.Read(ref offset));

    /// <summary>From now on no time passes, however slow the machine.</summary>
    public void Stop() => Interlocked.Exchange(ref standing, GetUtcNow().Ticks);

    /// <summary>Lets time pass at once.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref offset, by.Ticks);

    /// <summary>Moves to an instant, from where time goes on.</summary>
    public void MoveTo(DateTimeOffset instant) => Interlocked.Exchange(ref offset, (instant - System.GetUtcNow()).Ticks);
}
