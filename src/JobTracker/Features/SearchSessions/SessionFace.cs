using System.Globalization;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.SearchSessions;

/// <summary>What the clock of a session shows, and what stands beside it.</summary>
/// <param name="Session">Null before the first entry.</param>
/// <param name="Now">The server's time, from which the page's own clock goes on.</param>
public sealed record SessionFace(SessionRow? Session, DateTimeOffset Now)
{
    public bool Runs => Session is { FinishedAt: null };
    public int Count => Session?.Count ?? 0;

    /// <summary>Since the first entry, until the end where there is one.</summary>
    public TimeSpan Elapsed => Session is null ? TimeSpan.Zero : Of(Session);

    public string Clock => Elapsed.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);

    /// <summary>With one decimal, which is enough to look at; a dash before the first entry.</summary>
    public string Pace => Session is null ? "–" : Session.Ratio.ToString("0.#", CultureInfo.CurrentCulture);

    /// <summary>How long ago something was, as short as it fits beside a line.</summary>
    public static string Ago(TimeSpan time, IStringLocalizer t) =>
        time switch
        {
            { TotalMinutes: < 1 } => t["just now"],
            { TotalHours: < 1 } => t["{0} min", (int)time.TotalMinutes],
            { TotalDays: < 1 } => t["{0} h", (int)time.TotalHours],
            _ => t["{0} d", (int)time.TotalDays],
        };

    /// <summary>"2 d 03:14".</summary>
    public static string Lasted(SessionRow session, DateTimeOffset now, IStringLocalizer t)
    {
        var time = new SessionFace(session, now).Elapsed;
        var clock = time.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
        return time.Days == 0 ? clock : $"{t["{0} d", time.Days]} {clock}";
    }

    private TimeSpan Of(SessionRow session)
    {
        var time = (session.FinishedAt ?? Now) - session.StartedAt;
        return time < TimeSpan.Zero ? TimeSpan.Zero : time;
    }
}
