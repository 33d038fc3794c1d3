using JobTracker.Data;
using JobTracker.Features.Accounts.Links;
using JobTracker.Features.CalendarFeed.ICalendar;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.CalendarFeed;

/// <summary>What a calendar program gets at the secret address: the person's dates, in the person's language.</summary>
public sealed class OpenCalendar(JobTrackerDb db, ComposeEvents compose)
{
    private const string Folder = "/calendar/";
    private const string Ending = ".ics";

    /// <summary>Where the calendar with this token is, from the root of the site.</summary>
    public static string PathOf(string token) => $"{Folder}{token}{Ending}";

    /// <summary>The iCalendar text; not found for everything that is no living address.</summary>
    public async Task<Outcome<string>> RunAsync(string token, CancellationToken cancel)
    {
        if (token.Length is 0 or > LinkToken.Most)
            return new NotFound();
        var hash = LinkToken.HashOf(token);
        var found = await db
            .CalendarLinks.Where(row => row.TokenHash == hash && !db.Users.Any(user => user.Id == row.UserId && user.DeactivatedAt != null))
            .Select(row => (Guid?)row.UserId)
            .SingleOrDefaultAsync(cancel);
        if (found is not { } id || await AccountAsync(new UserId(id), cancel) is not { } account)
            return new NotFound();
        using var speaking = new Speaking(account.Locale);
        var events = await compose.RunAsync(new UserId(id), account.Zone, cancel);
        return CalendarText.Write("JobTracker", events);
    }

    private Task<Home?> AccountAsync(UserId owner, CancellationToken cancel) =>
        db.Accounts.OwnedBy(owner).Select(row => new Home(row.Locale, row.TimeZone)).SingleOrDefaultAsync(cancel);

    private sealed record Home(string Locale, string Zone);
}
