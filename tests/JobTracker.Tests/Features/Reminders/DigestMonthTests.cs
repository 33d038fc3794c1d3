using JobTracker.Features.Reminders;
using JobTracker.Kernel;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Reminders;

/// <summary>Two processes over weeks in which clocks change, jump, and stand still: one digest for each person and day.</summary>
public sealed class DigestMonthTests
{
    // Hours that a spring skips and an autumn repeats, at midnight and at night, and some that nothing happens to.
    private static readonly (string Zone, int Hour)[] People =
    [
        ("Europe/Paris", 2),
        ("America/New_York", 2),
        ("America/New_York", 1),
        ("Asia/Beirut", 0),
        ("Pacific/Auckland", 2),
        ("Asia/Kolkata", 17),
        ("America/Los_Angeles", 8),
    ];

    [Theory]
    [InlineData("2027-03-08", "2027-04-08")]
    [InlineData("2027-10-10", "2027-11-10")]
    public async Task Everybody_gets_exactly_one_digest_a_day(string from, string until)
    {
        await using var one = await JobTrackerApp.StartAsync(("Public:BaseUrl", "https://jobs.example.org"));
        await using var other = one.StartAnother(("Public:BaseUrl", "https://jobs.example.org"));
        await Digests.StopRoundsAsync(one);
        await Digests.StopRoundsAsync(other);
        var people = new List<(TestUser User, string Zone, int Hour)>();
        foreach (var (zone, hour) in People)
            people.Add((await Digests.WantedByAsync(one, zone, hour), zone, hour));

        var (first, last) = (At(from), At(until));
        // The same jumps at every run.
        var jumps = new Random(7);
        for (var now = first; now < last; now += Step(jumps))
        {
            one.Clock.MoveTo(now + Skew(jumps));
            // Now and then a clock is hours off for a while.
            other.Clock.MoveTo(now + (jumps.Next(40) == 0 ? TimeSpan.FromHours(jumps.Next(-20, 20)) : Skew(jumps)));
            await Task.WhenAll(Digests.LookAsync(one), Digests.LookAsync(other));
            await one.MailIsQuietAsync();
        }

        var sent = one.Mail.Sent.Concat(other.Mail.Sent).Where(mail => mail.Kind == ComposeDigest.Kind).ToList();
        foreach (var (user, zone, hour) in people)
        {
            var days = sent.Where(mail => mail.Letter.To == user.Email).Select(mail => mail.Letter.Subject.Split(':')[0]).ToList();
            Assert.Equal(days.Distinct(), days);
            var whole = Between(Calendar.DayOf(first, zone).AddDays(2), Calendar.DayOf(last, zone).AddDays(-1));
            Assert.True(
                !whole.Except(days).Any(),
                $"{zone} at {hour}: {string.Join(", ", whole.Except(days))} of {string.Join(", ", days)}"
            );
            user.Dispose();
        }
    }

    [Theory]
    [InlineData("Europe/Paris", "2027-03-28", 2, "2027-03-28T01:00:00Z")]
    [InlineData("Europe/Paris", "2027-10-31", 2, "2027-10-31T00:00:00Z")]
    [InlineData("Asia/Beirut", "2027-03-28", 0, "2027-03-27T22:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30", 8, "2011-12-30T18:00:00Z")]
    [InlineData("UTC", "2027-06-01", 23, "2027-06-01T23:00:00Z")]
    public void An_hour_that_is_skipped_or_comes_twice_is_one_instant(string zone, string day, int hour, string instant) =>
        Assert.Equal(At(instant), DigestTimes.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), hour, zone));

    private static TimeSpan Step(Random jumps) => TimeSpan.FromMinutes(jumps.Next(20) == 0 ? 360 : 80);

    private static TimeSpan Skew(Random jumps) => TimeSpan.FromMinutes(jumps.Next(-60, 60));

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(
            text,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal
        );

    private static List<string> Between(DateOnly first, DateOnly last) =>
        [
            .. Enumerable
                .Range(0, last.DayNumber - first.DayNumber + 1)
                .Select(at => first.AddDays(at).ToString("dddd d MMMM", System.Globalization.CultureInfo.GetCultureInfo("en"))),
        ];
}
