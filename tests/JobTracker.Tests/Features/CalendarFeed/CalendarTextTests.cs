using System.Text;
using JobTracker.Features.CalendarFeed.ICalendar;
using JobTracker.Kernel;

namespace JobTracker.Tests.Features.CalendarFeed;

public sealed class CalendarTextTests
{
    private static readonly DateTimeOffset Made = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Starts =>
        new()
        {
            // The hour before and after the clocks go forward, and back, in several years and on both halves of the earth.
            { "2026-03-29T00:30:00Z", "Europe/Paris" },
            { "2026-03-29T01:30:00Z", "Europe/Paris" },
            { "2026-10-24T23:30:00Z", "Europe/Paris" },
            { "2026-10-25T00:30:00Z", "Europe/Paris" },
            { "2026-10-25T01:30:00Z", "Europe/Paris" },
            { "2026-10-25T02:30:00Z", "Europe/Paris" },
            { "2028-07-01T10:00:00Z", "Europe/Paris" },
            { "2026-03-08T06:59:00Z", "America/New_York" },
            { "2026-03-08T07:00:00Z", "America/New_York" },
            { "2026-11-01T05:30:00Z", "America/New_York" },
            { "2026-11-01T06:30:00Z", "America/New_York" },
            { "2026-04-04T13:30:00Z", "Pacific/Auckland" },
            { "2026-04-04T14:30:00Z", "Pacific/Auckland" },
            { "2026-09-26T14:00:00Z", "Pacific/Auckland" },
            { "2026-04-04T14:45:00Z", "Australia/Lord_Howe" },
            { "2026-04-04T15:15:00Z", "Australia/Lord_Howe" },
            { "2026-06-01T04:00:00Z", "Asia/Kolkata" },
            { "2026-06-01T04:00:00Z", "Etc/UTC" },
            { "2026-02-20T12:00:00Z", "Africa/Casablanca" },
        };

    [Fact]
    public async Task Every_start_is_read_back_as_the_same_instant_whatever_the_clocks_do()
    {
        var events = Starts.Select((row, at) => At(at, row.Data.Item1, row.Data.Item2)).ToList();
        var read = await Feeds.EventsAsync(CalendarText.Write("Test", events));
        Assert.Equal(Starts.Select(row => row.Data.Item1), read.Select(one => one["start"]!.GetValue<string>()));
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public async Task So_is_each_alone(string start, string zone)
    {
        var read = Assert.Single(await Feeds.EventsAsync(CalendarText.Write("Test", [At(0, start, zone)])));
        Assert.Equal(start, read["start"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("a;b,c\\d\ne")]
    [InlineData(
        "Entretien à Saint-Rémy-lès-Chevreuse, 12 rue de l’Église ; sonnez « Développement » et montez au troisième étage à gauche"
    )]
    [InlineData("👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻")]
    [InlineData("END:VCALENDAR\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:x@example.org")]
    public async Task Words_come_back_as_they_were(string words)
    {
        var one = At(0, "2026-06-01T04:00:00Z", "Europe/Paris") with { Title = words, Text = words, Place = words };
        var text = CalendarText.Write("Test", [one]);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var read = Assert.Single(await Feeds.EventsAsync(text));
        var expected = words.ReplaceLineEndings("\n");
        Assert.Equal((expected, expected), (read["summary"]!.GetValue<string>(), read["location"]!.GetValue<string>()));
    }

    // The reader of the other tests takes escaped backslashes for the beginning of something else.
    [Fact]
    public void A_backslash_is_only_a_backslash()
    {
        var text = CalendarText.Write(
            "Test",
            [At(0, "2026-06-01T04:00:00Z", "Europe/Paris") with { Title = "\\n is no new line, \\, no comma" }]
        );
        Assert.Contains("""SUMMARY:\\n is no new line\, \\\, no comma""", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_are_left_out()
    {
        var text = CalendarText.Write("Test", [At(0, "2026-06-01T04:00:00Z", "Europe/Paris") with { Title = "a\u0007b\u001bc" }]);
        Assert.Contains("SUMMARY:abc\r\n", text, StringComparison.Ordinal);
    }

    private static CalendarEvent At(int number, string start, string zone)
    {
        Assert.True(Instant.TryParse(start, out var instant));
        return new CalendarEvent($"test-{number}", 1, Made, Made)
        {
            Title = "Interview",
            When = new CalendarEvent.Hours(instant.Value, zone, 60),
        };
    }
}
