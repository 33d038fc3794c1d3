using JobTracker.Features.Reminders;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Reminders;

/// <summary>The link at the end of a digest (RFC 8058): no sign-in, one POST, the digest and nothing else.</summary>
public sealed class UnsubscribeTests : IAsyncLifetime
{
    private JobTrackerApp? app;

    private JobTrackerApp App => app!;

    public async ValueTask InitializeAsync()
    {
        app = await JobTrackerApp.StartAsync();
        await Digests.StopRoundsAsync(app);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task Looking_changes_nothing_and_one_post_switches_only_this_digest_off()
    {
        using var user = await Digests.WantedByAsync(App, "UTC", 8);
        using var other = await Digests.WantedByAsync(App, "UTC", 8);
        var link = await LinkAsync(user);
        using var stranger = App.CreateClient();

        var page = await stranger.GetStringAsync(link);
        Assert.Contains("Stop the daily digest?", page, StringComparison.Ordinal);
        Assert.Equal("true", (await user.GetAsync("/api/auth/me")).Text("digest_enabled"));
        var before = await user.GetAsync("/api/auth/me");

        using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var answer = await stranger.PostAsync(link, form);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("The digest is off", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        before["digest_enabled"] = false;
        Assert.Equal(before.ToJsonString(), (await user.GetAsync("/api/auth/me")).ToJsonString());
        Assert.Equal("true", (await other.GetAsync("/api/auth/me")).Text("digest_enabled"));
        Assert.Null(await App.ReadAsync(db => db.Digests.Where(row => row.UserId == user.Id).Select(row => row.NextAt).SingleAsync()));
    }

    [Fact]
    public async Task The_link_of_an_account_that_is_gone_says_that_the_digest_is_off()
    {
        using var user = await Digests.WantedByAsync(App, "UTC", 8);
        var link = await LinkAsync(user);
        using var gone = await user.SendAsync(HttpMethod.Delete, "/api/auth/me", new { password = TestUser.Password });
        await gone.ReadAsync(204);
        using var stranger = App.CreateClient();
        using var answer = await stranger.PostAsync(link, new StringContent(""));
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(0, await App.ReadAsync(db => db.Digests.CountAsync(row => row.UserId == user.Id)));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("..%2Fetc")]
    [InlineData("CfDJ8Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_link_that_was_not_made_here_does_nothing(string token)
    {
        using var stranger = App.CreateClient();
        using var looked = await stranger.GetAsync($"/unsubscribe/{token}");
        using var posted = await stranger.PostAsync($"/unsubscribe/{token}", new StringContent(""));
        Assert.Equal((404, 404), ((int)looked.StatusCode, (int)posted.StatusCode));
        Assert.Contains("This link is not complete", await looked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<Uri> LinkAsync(TestUser user)
    {
        // Half past eight of tomorrow, whatever time it is now: a day whose digest was missed gets none.
        App.Clock.MoveTo(new DateTimeOffset(App.Clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(1).AddHours(8.5));
        await Digests.LookAsync(App);
        var letter = (await App.Mail.NextAsync(user.Email, ComposeDigest.Kind)).Letter;
        Assert.Contains(letter.Unsubscribe!.AbsoluteUri, letter.Text, StringComparison.Ordinal);
        return letter.Unsubscribe;
    }
}
