namespace JobTracker.Drills;

/// <summary>Measured time: how long a fault lasts, how often a client asks. Nothing here waits in the hope that something has happened by then.</summary>
internal static class Pause
{
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    public static async Task ForAsync(TimeSpan time, CancellationToken cancel)
    {
        if (time <= TimeSpan.Zero)
            return;
        using var timer = new PeriodicTimer(time);
        await timer.WaitForNextTickAsync(cancel);
    }

    /// <summary>Asks again and again until it is so; false when the time is over.</summary>
    public static async Task<bool> UntilAsync(Func<Task<bool>> holds, TimeSpan patience, CancellationToken cancel)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(since) > patience)
                return false;
            await ForAsync(Moment, cancel);
        }
        return true;
    }
}
