using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Xunit;

namespace JobTracker.Testing.Logs;

/// <summary>Keeps every line of an app's log until the end, to be searched for what may not stand there.</summary>
/// <param name="start">How many words there were when the app began.</param>
public sealed class WatchedLog(int start) : ILogEventSink
{
    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>How many words there were when the app began.</summary>
    public int Start => start;

    public void Emit(LogEvent logEvent)
    {
        var values = string.Join(
            ' ',
            logEvent.Properties.Values.Select(value => value.ToString(format: null, CultureInfo.InvariantCulture))
        );
        lines.Enqueue($"{logEvent.RenderMessage(CultureInfo.InvariantCulture)} {values} {logEvent.Exception}");
    }

    /// <summary>Fails when a line holds what somebody wrote, or a secret.</summary>
    public void AssertClean() => AssertClean(lines, start);

    /// <inheritdoc cref="AssertClean()"/>
    public static void AssertClean(IReadOnlyCollection<string> lines, int start)
    {
        if (lines.Count == 0)
            return;
        var search = new WordSearch(LogWords.Since(start));
        var guilty = lines.Where(line => search.FindsIn(line)).Distinct(StringComparer.Ordinal).Take(5).ToList();
        Assert.True(guilty is [], $"The log holds what somebody wrote, or a secret:\n{string.Join('\n', guilty)}");
    }
}
