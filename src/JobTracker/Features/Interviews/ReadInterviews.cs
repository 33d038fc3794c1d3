using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Interviews;

/// <summary>All interviews for the agenda: those to come, and a page of those that are past, the latest first.</summary>
public sealed class ReadInterviews(JobTrackerDb db, UpcomingInterviews upcoming, TimeProvider clock)
{
    private const string ByStartBackwards = "starts_at desc";
    private const int MostUpcoming = 100;
    private const int PastOnPage = 15;

    /// <param name="Upcoming">Soonest first; only on the first page.</param>
    /// <param name="Past">Over, completed or cancelled, with their number in all.</param>
    /// <param name="IsFirstPage">Nothing goes before it.</param>
    public sealed record Answer(IReadOnlyList<AgendaEntry> Upcoming, Page<AgendaEntry> Past, bool IsFirstPage);

    /// <summary>A cursor that is none begins at the beginning: the page's own links carry good ones.</summary>
    public async Task<Answer> RunAsync(UserId owner, string? cursor, CancellationToken cancel)
    {
        var after = cursor is null ? null : Cursor.InstantPlace(cursor, ByStartBackwards);
        var past = db.Interviews.OwnedBy(owner).Past(clock.Now());
        var rows = await past.InOrder(row => row.StartsAt, row => row.Id, descending: true, after)
            .Take(PastOnPage + 1)
            .WithApplication()
            .ToListAsync(cancel);
        var total = rows.Count <= PastOnPage && after is null ? rows.Count : await past.CountAsync(cancel);
        return new Answer(
            after is null ? await upcoming.FirstAsync(owner, MostUpcoming, cancel) : [],
            rows.ToPage(PastOnPage, row => Cursor.At(ByStartBackwards, row.StartsAt, row.Id), total),
            IsFirstPage: after is null
        );
    }
}
