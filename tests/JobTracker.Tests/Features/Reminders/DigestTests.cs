using JobTracker.Features.Reminders;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Reminders;

/// <summary>What a digest says, to whom, and when there is none.</summary>
public sealed class DigestTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
    private JobTrackerApp? app;

    private JobTrackerApp App => app!;

    public async ValueTask InitializeAsync()
    {
        app = await JobTrackerApp.StartAsync(("Public:BaseUrl", "https://jobs.example.org"), ("Quotas:MaxApplicationsPerUser", ""));
        await Digests.StopRoundsAsync(app);
        app.Clock.MoveTo(Noon);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Theory]
    [InlineData("en", "Wednesday 2 December: 1 interview, 2 late, 1 due, 1 to follow up", "Hello Ada,", "Follow up")]
    [InlineData("fr", "Mercredi 2 décembre : 1 entretien, 2 en retard, 1 à échéance, 1 à relancer", "Bonjour Ada,", "À relancer")]
    public async Task It_names_what_is_late_and_due_interviews_and_follow_ups(
        string locale,
        string subject,
        string greeting,
        string heading
    )
    {
        using var user = await Digests.WantedByAsync(App, "Europe/Paris", 8, locale);
        await user.OweAsync("Motivation essay", "2026-12-01");
        await user.OweAsync("Portfolio", "2026-12-04");
        await user.OweAsync("Not near yet", "2026-12-05");
        await InterviewAsync(user, "2026-12-03T09:30:00Z", "Europe/London");
        await InterviewAsync(user, "2026-12-05T09:30:00Z", "Europe/London");
        await user.AddAsync(
            new
            {
                company = "Orrery",
                position = "Data analyst",
                status = "applied",
                applied_on = "2026-11-01",
            }
        );

        App.Clock.MoveTo(new(2026, 12, 2, 7, 0, 0, TimeSpan.Zero));
        await Digests.LookAsync(App);
        var mail = await App.Mail.NextAsync(user.Email, ComposeDigest.Kind);
        Assert.Equal(subject, mail.Letter.Subject);
        var text = mail.Letter.Text;
        Assert.StartsWith(greeting, text, StringComparison.Ordinal);
        Assert.Contains(heading, text, StringComparison.Ordinal);
        foreach (
            var named in new[] { "Cover letter", "Motivation essay", "Portfolio", "09:30 London, 10:30 Paris", "Orrery, Data analyst" }
        )
            Assert.Contains(named, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not near yet", text, StringComparison.Ordinal);
        Assert.All(Links(text), link => Assert.StartsWith("https://jobs.example.org/", link, StringComparison.Ordinal));
        Assert.All(Links(text), link => Assert.Contains(link, mail.Letter.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_many_it_names_five_and_counts_the_rest()
    {
        using var user = await Digests.WantedByAsync(App, "UTC", 8);
        for (var at = 0; at < 7; at++)
            await user.OweAsync($"Essay {at}", "2026-12-02");
        App.Clock.MoveTo(new(2026, 12, 2, 8, 0, 0, TimeSpan.Zero));
        await Digests.LookAsync(App);
        var text = (await App.Mail.NextAsync(user.Email, ComposeDigest.Kind)).Letter.Text;
        Assert.Equal(5, text.Split("* Essay").Length - 1);
        Assert.Contains("And 2 more", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_to_say_there_is_no_mail()
    {
        using var user = await App.RegisterAsync();
        await App.ExecuteAsync($"update users set email_confirmed = true where id = {user.Id}");
        await Digests.ChooseAsync(user, "UTC", 8);
        await user.OweAsync("Far away", "2027-01-15");
        await AssertNoneAsync(user);
    }

    [Fact]
    public async Task An_address_that_nobody_has_confirmed_gets_none()
    {
        using var user = await Digests.WantedByAsync(App, "UTC", 8);
        await App.ExecuteAsync($"update users set email_confirmed = false where id = {user.Id}");
        await AssertNoneAsync(user);
    }

    [Fact]
    public async Task Whoever_switches_it_off_gets_none_and_switching_on_again_brings_no_second_one_that_day()
    {
        using var user = await Digests.WantedByAsync(App, "UTC", 8);
        await Digests.ChooseAsync(user, "UTC", 8, enabled: false);
        await AssertNoneAsync(user);

        await Digests.ChooseAsync(user, "UTC", 13);
        App.Clock.MoveTo(new(2026, 12, 3, 13, 0, 0, TimeSpan.Zero));
        await Digests.LookAsync(App);
        await App.Mail.NextAsync(user.Email, ComposeDigest.Kind);
        using var again = await user.SignInAgainAsync(App);
        await Digests.ChooseAsync(again, "UTC", 13, enabled: false);
        await Digests.ChooseAsync(again, "UTC", 18);
        App.Clock.MoveTo(new(2026, 12, 3, 18, 0, 0, TimeSpan.Zero));
        await Digests.LookAsync(App);
        await App.MailIsQuietAsync();
        Assert.Single(App.Mail.To(user.Email, ComposeDigest.Kind));
    }

    [Fact]
    public async Task An_hour_that_was_missed_is_caught_up_the_same_day_and_not_the_next()
    {
        using var user = await Digests.WantedByAsync(App, "UTC", 8);
        App.Clock.MoveTo(new(2026, 12, 2, 23, 59, 0, TimeSpan.Zero));
        await Digests.LookAsync(App);
        Assert.StartsWith(
            "Wednesday 2",
            (await App.Mail.NextAsync(user.Email, ComposeDigest.Kind)).Letter.Subject,
            StringComparison.Ordinal
        );
        // The 3rd goes by without anybody looking.
        App.Clock.MoveTo(new(2026, 12, 4, 7, 59, 0, TimeSpan.Zero));
        await Digests.LookAsync(App);
        App.Clock.MoveTo(new(2026, 12, 4, 8, 0, 0, TimeSpan.Zero));
        await Digests.LookAsync(App);
        Assert.StartsWith("Friday 4", (await App.Mail.NextAsync(user.Email, ComposeDigest.Kind)).Letter.Subject, StringComparison.Ordinal);
        Assert.Equal(2, App.Mail.To(user.Email, ComposeDigest.Kind).Count);
    }

    [Theory]
    [InlineData(8, "2026-12-02T09:00:00Z")]
    [InlineData(6, "2026-12-02T09:00:00Z")]
    [InlineData(11, "2026-12-02T11:00:00Z")]
    public async Task Whoever_changes_something_while_it_is_due_gets_it_all_the_same(int hour, string sentAt)
    {
        using var user = await Digests.WantedByAsync(App, "UTC", 8);
        App.Clock.MoveTo(new(2026, 12, 2, 9, 0, 0, TimeSpan.Zero));
        await Digests.ChooseAsync(user, "UTC", hour, "fr");
        await Digests.LookAsync(App);
        App.Clock.MoveTo(DateTimeOffset.Parse(sentAt, System.Globalization.CultureInfo.InvariantCulture));
        await Digests.LookAsync(App);
        Assert.StartsWith(
            "Mercredi 2",
            (await App.Mail.NextAsync(user.Email, ComposeDigest.Kind)).Letter.Subject,
            StringComparison.Ordinal
        );
        Assert.Single(App.Mail.To(user.Email, ComposeDigest.Kind));
    }

    [Fact]
    public async Task One_persons_trouble_keeps_nobody_else_waiting()
    {
        using var broken = await Digests.WantedByAsync(App, "UTC", 8);
        using var user = await Digests.WantedByAsync(App, "UTC", 8);
        await App.ExecuteAsync($"update user_accounts set time_zone = 'Nowhere/Nothing' where user_id = {broken.Id}");
        App.Clock.MoveTo(new(2026, 12, 2, 8, 0, 0, TimeSpan.Zero));
        await Digests.LookAsync(App);
        await App.Mail.NextAsync(user.Email, ComposeDigest.Kind);
        Assert.Empty(App.Mail.To(broken.Email, ComposeDigest.Kind));
    }

    [Fact]
    public async Task Who_is_due_is_read_off_the_index()
    {
        await App.ExecuteAsync(
            $"""
            insert into users (id, email_confirmed, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count, created_at)
            select gen_random_uuid(), true, false, false, false, 0, now() from generate_series(1, 20000);
            """
        );
        await App.ExecuteAsync($"insert into digests (user_id, next_at) select id, now() + random() * interval '1 day' from users");
        await App.ExecuteAsync($"analyze digests");
        var plan = await App.ReadAsync(db =>
            db.Database.SqlQuery<string>(
                    $"""
                    explain select user_id, next_at, last_day from digests
                    where next_at <= {Noon} order by next_at, user_id limit 1 for update skip locked
                    """
                )
                .ToListAsync()
        );
        Assert.Contains(plan, line => line.Contains("Index Scan using digests_next_at", StringComparison.Ordinal));
        Assert.DoesNotContain(
            plan,
            line => line.Contains("Sort", StringComparison.Ordinal) || line.Contains("Seq Scan", StringComparison.Ordinal)
        );
    }

    private async Task AssertNoneAsync(TestUser user)
    {
        App.Clock.MoveTo(new(2026, 12, 2, 8, 0, 0, TimeSpan.Zero));
        await Digests.LookAsync(App);
        await App.MailIsQuietAsync();
        Assert.Empty(App.Mail.To(user.Email, ComposeDigest.Kind));
    }

    private static IEnumerable<string> Links(string text) =>
        text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("http", StringComparison.Ordinal));

    private static async Task InterviewAsync(TestUser user, string startsAt, string zone)
    {
        var application = (await user.AddAsync(new { company = "Halden Works", position = "Engineer" })).Text("id");
        using var added = await user.SendAsync(
            HttpMethod.Post,
            "/api/interviews",
            new
            {
                application_id = application,
                starts_at = startsAt,
                time_zone = zone,
            }
        );
        await added.ReadAsync(201);
    }
}
