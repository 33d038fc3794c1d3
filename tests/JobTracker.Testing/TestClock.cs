using Microsoft.Extensions.Internal;

namespace JobTracker.Testing;

/// <summary>The real time, moved by what a test adds.</summary>
public sealed class TestClock : TimeProvider, ISystemClock
{
    private long offset;

    DateTimeOffset ISystemClock.UtcNow => GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref offset));

    /// <summary>Lets time pass at once.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref offset, by.Ticks);

    /// <summary>Moves to an instant, from where time goes on.</summary>
    public void MoveTo(DateTimeOffset instant) => Interlocked.Exchange(ref offset, (instant - System.GetUtcNow()).Ticks);
}
