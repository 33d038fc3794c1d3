using System.Globalization;

namespace JobTracker.Drills.Load;

/// <summary>Counts what a load sees, from many threads at once.</summary>
internal sealed class Tally
{
    private readonly Lock door = new();
    private readonly SortedDictionary<string, int> failures = new(StringComparer.Ordinal);
    private long last = TimeProvider.System.GetTimestamp();
    private int requests;
    private int acknowledged;
    private int withoutTime;
    private TimeSpan outage;
    private TimeSpan slowest;

    public int Acknowledged
    {
        get
        {
            lock (door)
                return acknowledged;
        }
    }

    /// <summary>The longest time without an acknowledged write.</summary>
    public TimeSpan LongestOutage
    {
        get
        {
            lock (door)
                return outage;
        }
    }

    public int Requests
    {
        get
        {
            lock (door)
                return requests;
        }
    }

    /// <summary>The longest that a client waited to be told 503.</summary>
    public TimeSpan SlowestRefusal
    {
        get
        {
            lock (door)
                return slowest;
        }
    }

    /// <summary>503 without a time to come back.</summary>
    public int RefusedWithoutTime
    {
        get
        {
            lock (door)
                return withoutTime;
        }
    }

    public int Failures
    {
        get
        {
            lock (door)
                return failures.Values.Sum();
        }
    }

    /// <summary>What failed, by kind: a status, or the want of one.</summary>
    public IReadOnlyDictionary<string, int> ByKind
    {
        get
        {
            lock (door)
                return new Dictionary<string, int>(failures, StringComparer.Ordinal);
        }
    }

    public void Sent()
    {
        lock (door)
            requests++;
    }

    public void Wrote()
    {
        lock (door)
        {
            acknowledged++;
            EndOutage();
        }
    }

    public void Refused(int status, TimeSpan after, bool saysWhen)
    {
        lock (door)
        {
            Count(status.ToString(CultureInfo.InvariantCulture));
            if (status != 503)
                return;
            slowest = after > slowest ? after : slowest;
            withoutTime += saysWhen ? 0 : 1;
        }
    }

    public void Unanswered()
    {
        lock (door)
            Count("no answer");
    }

    /// <summary>The end of the load ends the last stretch without a write, too.</summary>
    public void Close()
    {
        lock (door)
            EndOutage();
    }

    private void Count(string kind) => failures[kind] = failures.GetValueOrDefault(kind) + 1;

    private void EndOutage()
    {
        var now = TimeProvider.System.GetTimestamp();
        var gap = TimeProvider.System.GetElapsedTime(last, now);
        outage = gap > outage ? gap : outage;
        last = now;
    }
}
