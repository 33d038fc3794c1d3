using JobTracker.Testing;

namespace JobTracker.Tests.Features.Accounts;

public sealed class EndSignInsTests(SharedApp shared)
{
    [Fact]
    public async Task Signing_out_ends_this_token_at_once_and_no_other()
    {
        using var user = await shared.App.RegisterAsync();
        using var phone = await user.SignInAgainAsync(shared.App);
        using var answer = await user.SendAsync(HttpMethod.Post, "/api/auth/logout");
        await answer.ReadAsync(204);
        await AssertSignedOutAsync(user.Client);
        await phone.GetAsync("/api/auth/me");
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_token_of_this_person_at_once()
    {
        using var user = await shared.App.RegisterAsync();
        using var phone = await user.SignInAgainAsync(shared.App);
        using var somebody = await shared.App.RegisterAsync();
        await phone.GetAsync("/api/auth/me");
        using var answer = await user.SendAsync(HttpMethod.Post, "/api/auth/logout-all");
        await answer.ReadAsync(204);
        await AssertSignedOutAsync(user.Client);
        await AssertSignedOutAsync(phone.Client);
        await somebody.GetAsync("/api/auth/me");
        using var again = await user.SignInAgainAsync(shared.App);
        await again.GetAsync("/api/auth/me");
    }

    [Theory]
    [InlineData("logout")]
    [InlineData("logout-all")]
    public async Task Another_process_notices_within_5_seconds_and_at_once_where_it_matters(string route)
    {
        await using var app = await JobTrackerApp.StartAsync();
        await using var second = app.StartAnother();
        using var user = await app.RegisterAsync();
        using var there = user.On(second);
        using var before = await there.GetAsync("/api/auth/me");
        await before.ReadAsync(200);
        using var answer = await user.SendAsync(HttpMethod.Post, $"/api/auth/{route}");
        await answer.ReadAsync(204);

        using var sensitive = await there.SendRawAsync(HttpMethod.Put, "/api/auth/change-password", "{}");
        await sensitive.ProblemAsync(401, "unauthenticated");
        second.Clock.Advance(TimeSpan.FromSeconds(5));
        await AssertSignedOutAsync(there);
    }

    [Fact]
    public async Task What_was_learnt_at_the_database_about_an_ended_sign_in_holds_everywhere_on_that_process()
    {
        await using var app = await JobTrackerApp.StartAsync();
        await using var second = app.StartAnother();
        using var user = await app.RegisterAsync();
        using var there = user.On(second);
        using var before = await there.GetAsync("/api/auth/me");
        await before.ReadAsync(200);
        using var answer = await user.SendAsync(HttpMethod.Post, "/api/auth/logout");
        await answer.ReadAsync(204);
        using var sensitive = await there.SendRawAsync(HttpMethod.Put, "/api/auth/change-password", "{}");
        await sensitive.ProblemAsync(401, "unauthenticated");
        await AssertSignedOutAsync(there);
    }

    private static async Task AssertSignedOutAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/api/auth/me");
        await answer.ProblemAsync(401, "unauthenticated");
    }
}
