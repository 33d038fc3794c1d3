namespace JobTracker.Testing;

/// <summary>Time that passes only when a test says so, timers included.</summary>
public sealed class ManualClock : TimeProvider
{
    private readonly Lock door = new();
    private readonly List<Timer> timers = [];
    private readonly List<TimeSpan> jumps = [];
    private DateTimeOffset now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Timers that are due sooner than this are due at once, and the time moves there: for what waits before it goes on.</summary>
    public TimeSpan JumpsOver { get; init; }

    /// <summary>How long the timers were that time has jumped over.</summary>
    public IReadOnlyList<TimeSpan> Jumps
    {
        get
        {
            lock (door)
                return [.. jumps];
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (door)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Lets time pass, and everything happen that was due.</summary>
    public void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (door)
        {
            now += by;
            due = [.. timers.Where(timer => timer.Due <= now)];
            foreach (var timer in due)
                timers.Remove(timer);
        }
        due.ForEach(timer => timer.Ring());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private void Set(Timer timer, TimeSpan dueIn)
    {
        lock (door)
        {
            timers.Remove(timer);
            if (dueIn == Timeout.InfiniteTimeSpan)
                return;
            timer.Due = now + dueIn;
            timers.Add(timer);
            if (dueIn >= JumpsOver)
                return;
            jumps.Add(dueIn);
        }
        // On a thread of its own, as timers ring: whoever sets one may still hold what its callback needs.
        ThreadPool.QueueUserWorkItem(_ => Advance(dueIn));
    }

    private void Forget(Timer timer)
    {
        lock (door)
            timers.Remove(timer);
    }

    private sealed class Timer(ManualClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Forget(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
