using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using JobTracker.Kernel;
using JobTracker.Testing;
using JobTracker.Tests.Features.Interviews;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.CalendarFeed;

public sealed class CalendarTests(SharedApp shared)
{
    [Fact]
    public async Task The_address_is_shown_once_kept_as_a_hash_and_replaced_by_the_next()
    {
        using var user = await shared.App.RegisterAsync();
        Assert.False((await user.GetAsync(Feeds.Path))["active"]!.GetValue<bool>());
        var first = await user.ShareCalendarAsync();
        var standing = await user.GetAsync(Feeds.Path);
        Assert.True(standing["active"]!.GetValue<bool>());
        Assert.Equal(["active", "created_at"], standing.AsObject().Select(field => field.Key));

        var second = await user.ShareCalendarAsync();

        Assert.NotEqual(first, second);
        Assert.Equal(404, await StatusAsync(first));
        Assert.Equal(200, await StatusAsync(second));
        var token = second.Split('/', '.')[^2];
        var kept = await shared.App.ReadAsync(db =>
            db.CalendarLinks.Where(row => row.UserId == user.Id).Select(row => row.TokenHash).SingleAsync()
        );
        Assert.Equal(SHA256.HashData(Encoding.ASCII.GetBytes(token)), kept);
    }

    [Fact]
    public async Task An_address_that_was_taken_away_never_was_or_is_too_long_is_not_found()
    {
        using var user = await shared.App.RegisterAsync();
        var address = await user.ShareCalendarAsync();
        using var stopped = await user.SendAsync(HttpMethod.Delete, Feeds.Path);
        Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
        Assert.False((await user.GetAsync(Feeds.Path))["active"]!.GetValue<bool>());
        foreach (var path in new[] { address, "/calendar/nothing.ics", $"/calendar/{new string('a', 500)}.ics" })
            Assert.Equal(404, await StatusAsync(path));
    }

    [Fact]
    public async Task The_address_goes_with_the_account()
    {
        using var user = await shared.App.RegisterAsync();
        var address = await user.ShareCalendarAsync();
        using var gone = await user.SendAsync(HttpMethod.Delete, "/api/auth/me", new { password = TestUser.Password });
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Equal(404, await StatusAsync(address));
    }

    [Fact]
    public async Task Whoever_comes_back_gets_304_until_something_changes()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        var address = await user.ShareCalendarAsync();
        using var program = shared.App.CreateClient();
        using var first = await program.GetAsync(address);
        Assert.Equal("text/calendar; charset=utf-8", first.Content.Headers.ContentType!.ToString());
        Assert.True(first.Headers.CacheControl is { Private: true, NoCache: true });
        program.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        using var same = await program.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        await user.AddRoundAsync(shared.App, application, TimeSpan.FromDays(2));
        using var changed = await program.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task Of_somebody_else_there_is_nothing_in_it()
    {
        using var user = await shared.App.RegisterAsync();
        using var other = await shared.App.RegisterAsync();
        var application = await other.AddAsync(
            new
            {
                company = "Canary & Sons",
                position = "Clerk",
                due_on = Today().AddDays(3),
            }
        );
        await other.AddRoundAsync(shared.App, application, TimeSpan.FromDays(2));
        Assert.DoesNotContain("Canary", await Feeds.FollowAsync(shared.App, await user.ShareCalendarAsync()), StringComparison.Ordinal);
        Assert.Empty(await user.EventsOfAsync(shared.App));
    }

    [Fact]
    public async Task Nobody_shares_a_calendar_without_signing_in()
    {
        using var program = shared.App.CreateClient();
        program.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete })
        {
            using var request = new HttpRequestMessage(method, Feeds.Path);
            using var answer = await program.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    private DateOnly Today() => shared.App.Clock.Today(Calendar.DefaultZone);

    private async Task<int> StatusAsync(string path)
    {
        using var program = shared.App.CreateClient();
        using var answer = await program.GetAsync(path);
        return (int)answer.StatusCode;
    }
}
