using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Features.CalendarFeed.ICalendar;
using JobTracker.Features.Interviews;
using JobTracker.Features.Mail;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.CalendarFeed;

/// <summary>
/// What stands in a person's calendar: interviews, open deliverables and the days until which one can apply. What was written for oneself (notes,
/// preparation, debriefs, postings) stays here: a calendar is read by whoever keeps it.
/// </summary>
public sealed class ComposeEvents(JobTrackerDb db, SiteLinks links, TimeProvider clock, IStringLocalizer<Texts> t)
{
    /// <summary>So many days back: long enough to look something up, and no archive.</summary>
    public const int Back = 90;

    /// <summary>So many days ahead: nobody agrees on interviews later, and every change of the clocks until then is written down.</summary>
    public const int Ahead = 730;

    /// <summary>Of each kind: more than anybody has ahead.</summary>
    private const int Most = 1000;

    private static readonly TimeSpan[] BeforeInterviews = [TimeSpan.FromDays(1), TimeSpan.FromHours(1)];

    // A day begins at midnight: nine o'clock on the day before.
    private static readonly TimeSpan[] BeforeDays = [TimeSpan.FromHours(15)];

    public async Task<IReadOnlyList<CalendarEvent>> RunAsync(UserId owner, string zone, CancellationToken cancel)
    {
        var since = clock.Today(zone).AddDays(-Back);
        return
        [
            .. (await InterviewsAsync(owner, since, cancel)).Select(Of),
            .. await DeliverablesAsync(owner, since, cancel),
            .. (await DeadlinesAsync(owner, since, cancel)).Select(Of),
        ];
    }

    private Task<List<AgendaEntry>> InterviewsAsync(UserId owner, DateOnly since, CancellationToken cancel)
    {
        var start = new DateTimeOffset(since, TimeOnly.MinValue, TimeSpan.Zero);
        var end = start.AddDays(Back + Ahead);
        return db
            .Interviews.OwnedBy(owner)
            .Where(row => row.StartsAt >= start && row.StartsAt < end)
            .OrderBy(row => row.StartsAt)
            .ThenBy(row => row.Id)
            .Take(Most)
            .WithApplication()
            .ToListAsync(cancel);
    }

    private CalendarEvent Of(AgendaEntry row) =>
        new($"interview-{row.Id}", row.Version, row.CreatedAt, row.UpdatedAt)
        {
            Title = t["{0}: {1}", InterviewLabels.Of(row.Type, t), row.Company],
            Text = Lines(row.Position, row.Interviewer is { } who ? t["With {0}", who].Value : null, InterviewLabels.Of(row.Format, t)),
            Place = row.Location,
            Link = LinkTo($"/interviews/{row.Id}"),
            When = new CalendarEvent.Hours(row.StartsAt, row.TimeZone, row.DurationMinutes),
            IsCancelled = row.Status == InterviewStatus.Cancelled,
            Alarms = row.Status == InterviewStatus.Planned ? BeforeInterviews : [],
        };

    private async Task<IEnumerable<CalendarEvent>> DeliverablesAsync(UserId owner, DateOnly since, CancellationToken cancel)
    {
        var rows = await db
            .Deliverables.OwnedBy(owner)
            .Where(row => row.CompletedAt == null && row.DueOn >= since)
            .OrderBy(row => row.DueOn)
            .ThenBy(row => row.Id)
            .Take(Most)
            .Select(row => new
            {
                row.Id,
                row.Title,
                DueOn = row.DueOn!.Value,
                row.Application!.Company,
                row.Application.Position,
                row.CreatedAt,
                row.UpdatedAt,
                row.Version,
            })
            .ToListAsync(cancel);
        return rows.Select(row => new CalendarEvent($"deliverable-{row.Id}", row.Version, row.CreatedAt, row.UpdatedAt)
        {
            Title = t["{0}: {1}", row.Title, row.Company],
            Text = row.Position,
            Link = LinkTo($"/deliverables/{row.Id}"),
            When = new CalendarEvent.WholeDay(row.DueOn),
            Alarms = BeforeDays,
        });
    }

    private Task<List<Deadline>> DeadlinesAsync(UserId owner, DateOnly since, CancellationToken cancel) =>
        db.OpenDeadlines(owner)
            .Where(row => row.DueOn >= since)
            .OrderBy(row => row.DueOn)
            .ThenBy(row => row.Id)
            .Take(Most)
            .Select(row => new Deadline(
                row.Id,
                row.Company,
                row.Position,
                row.Status,
                row.DueOn!.Value,
                row.CreatedAt,
                row.UpdatedAt,
                row.Version
            ))
            .ToListAsync(cancel);

    private CalendarEvent Of(Deadline row) =>
        new($"deadline-{row.Id}", row.Version, row.CreatedAt, row.UpdatedAt)
        {
            Title =
                row.Status == ApplicationStatus.Offer
                    ? t["Answer to the offer: {0}", row.Company]
                    : t["Last day to apply: {0}", row.Company],
            Text = row.Position,
            Link = LinkTo($"/applications/{row.Id}"),
            When = new CalendarEvent.WholeDay(row.DueOn),
            Alarms = BeforeDays,
        };

    private Uri? LinkTo(string path) => links.AreKnown ? links.To(path) : null;

    private static string Lines(params string?[] lines) => string.Join('\n', lines.Where(line => line is not null));

    private sealed record Deadline(
        Guid Id,
        string Company,
        string Position,
        ApplicationStatus Status,
        DateOnly DueOn,
        DateTimeOffset CreatedAt,
        DateTimeOffset UpdatedAt,
        int Version
    );
}
