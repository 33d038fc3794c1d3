using System.Globalization;
using JobTracker.Features.Accounts;
using JobTracker.Features.Interviews;
using JobTracker.Features.Mail;
using JobTracker.Features.Shared;
using JobTracker.Features.Today;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;
using Calendar = JobTracker.Kernel.Calendar;

namespace JobTracker.Features.Reminders;

/// <summary>Writes somebody's digest: what is late or due, the interviews of today and the two days after, and where to ask again.</summary>
public sealed class ComposeDigest(ReadToday read, UpcomingInterviews upcoming, SiteLinks links, StopLinks stop, IStringLocalizer<Texts> t)
{
    public const string Kind = "digest";

    /// <summary>How many days after today are looked at.</summary>
    public const int DaysAhead = 2;

    /// <summary>How many of each are named.</summary>
    public const int Most = 5;
    private const int MostInterviews = 50;

    /// <summary>Null when there is nothing to say.</summary>
    public async Task<Letter?> RunAsync(UserId owner, string address, UserAccount account, CancellationToken cancel)
    {
        using var speaking = new Speaking(account.Locale);
        var answer = await read.RunAsync(owner, account.TimeZone, cancel);
        var last = answer.Today.AddDays(DaysAhead);
        var late = answer.Late.ToList();
        var near = answer.Near.Where(due => due.On <= last).ToList();
        var rounds = (await upcoming.FirstAsync(owner, MostInterviews, cancel))
            .Where(row => Calendar.DayOf(row.StartsAt, account.TimeZone) <= last)
            .ToList();
        if (late.Count + near.Count + rounds.Count + answer.Silent.Count == 0)
            return null;
        var off = stop.For(owner);
        return new Letter
        {
            Kind = Kind,
            To = address,
            Locale = account.Locale,
            Of = owner,
            Until = DigestTimes.EndOf(answer.Today, account.TimeZone),
            Unsubscribe = off,
            Subject = Subject(answer.Today, late.Count, near.Count, rounds.Count, answer.Silent.Count),
            Parts =
            [
                new Paragraph(UserAccount.FirstNameOf(account.FullName) is { } name ? t["Hello {0},", name] : t["Hello,"]),
                new Paragraph(t["This is what needs you today."]),
                .. List(t["Interviews"], rounds, row => Line(row, account.TimeZone, answer.Today)),
                .. List(t["Overdue"], late, due => Line(due, answer.Today)),
                .. List(t["Due soon"], near, due => Line(due, answer.Today)),
                .. List(t["Follow up"], answer.Silent, row => Line(row, answer.Today)),
                new Button(t["Open JobTracker"], links.Home),
                new SmallPrint(t["You get this mail because you asked for a daily digest at {0}.", Hour(account.DigestHour)]),
                new SmallPrint(t["Change the hour"], links.To("/settings/reminders")),
                new SmallPrint(t["Stop this digest"], off),
            ],
        };
    }

    /// <summary>"08:00".</summary>
    public static string Hour(int hour) => new TimeOnly(hour, 0).ToString("HH:mm", CultureInfo.InvariantCulture);

    private string Subject(DateOnly today, int late, int near, int rounds, int silent)
    {
        string?[] parts =
        [
            rounds == 0 ? null
            : rounds == 1 ? t["1 interview"].Value
            : t["{0} interviews", rounds].Value,
            late == 0 ? null : t["{0} late", late].Value,
            near == 0 ? null : t["{0} due", near].Value,
            silent == 0 ? null : t["{0} to follow up", silent].Value,
        ];
        var day = Days.Capital(today.ToString("dddd d MMMM", CultureInfo.CurrentCulture));
        return t["{0}: {1}", day, string.Join(", ", parts.Where(part => part is not null))];
    }

    private IEnumerable<LetterPart> List<T>(string heading, IReadOnlyCollection<T> rows, Func<T, ListingLine> line)
    {
        if (rows.Count > 0)
            yield return new Listing(
                heading,
                [.. rows.Take(Most).Select(line)],
                rows.Count > Most ? t["And {0} more", rows.Count - Most].Value : null
            );
    }

    private ListingLine Line(AgendaEntry row, string zone, DateOnly today)
    {
        var day = Days.Due(Calendar.DayOf(row.StartsAt, zone), today, t).Words;
        return new ListingLine(
            $"{row.Company}, {row.Position}",
            links.To($"/interviews/{row.Id}"),
            $"{day}, {InterviewTimes.Clocks(row, zone, today)}. {InterviewLabels.Of(row, t)}, {InterviewLabels.InLine(row.Format, t)}"
        );
    }

    private ListingLine Line(ReadToday.Due due, DateOnly today)
    {
        var when = Days.Due(due.On, today, t).Words;
        var (title, path) = due.Kind switch
        {
            ReadToday.DueKind.Deliverable => (due.Title!, $"/deliverables/{due.Id}"),
            ReadToday.DueKind.Offer => (t["Answer the offer"].Value, $"/applications/{due.ApplicationId}"),
            _ => (t["Application closes"].Value, $"/applications/{due.ApplicationId}"),
        };
        return new ListingLine(title, links.To(path), $"{when}. {due.Company}, {due.Position}", due.On < today);
    }

    private ListingLine Line(ReadToday.Silent row, DateOnly today) =>
        new(
            $"{row.Company}, {row.Position}",
            links.To($"/applications/{row.Id}"),
            row.LastFollowUpOn is { } asked
                ? t["Applied {0}, asked again {1}", Days.Plain(row.AppliedOn, today), Days.Plain(asked, today)]
                : t["Applied {0}, no answer for {1} days", Days.Plain(row.AppliedOn, today), today.DayNumber - row.AppliedOn.DayNumber]
        );
}
