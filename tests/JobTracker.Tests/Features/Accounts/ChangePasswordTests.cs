using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Accounts;

public sealed class ChangePasswordTests(SharedApp shared)
{
    private const string New = "another horse battery";

    [Fact]
    public async Task The_new_password_counts_from_now_on_and_the_old_one_does_not()
    {
        using var user = await shared.App.RegisterAsync();
        await ChangeAsync(user, TestUser.Password, New, 204);
        using var client = shared.App.CreateClient();
        using var old = await client.PostAsJsonAsync("/api/auth/login", new { email = user.Email, password = TestUser.Password });
        await old.ProblemAsync(401, "bad_credentials");
        using var now = await client.PostAsJsonAsync("/api/auth/login", new { email = user.Email, password = New });
        await now.ReadAsync(200);
    }

    [Fact]
    public async Task Every_other_sign_in_ends_and_this_one_stays()
    {
        await using var app = await JobTrackerApp.StartAsync();
        await using var second = app.StartAnother();
        using var user = await app.RegisterAsync();
        using var phone = await user.SignInAgainAsync(app);
        using var tablet = await user.SignInAgainAsync(second);
        await phone.GetAsync("/api/auth/me");
        await tablet.GetAsync("/api/auth/me");
        await ChangeAsync(user, TestUser.Password, New, 204);
        await user.GetAsync("/api/auth/me");
        using var here = await phone.Client.GetAsync("/api/auth/me");
        await here.ProblemAsync(401, "unauthenticated");
        second.Clock.Advance(TimeSpan.FromSeconds(5));
        using var there = await tablet.Client.GetAsync("/api/auth/me");
        await there.ProblemAsync(401, "unauthenticated");
    }

    [Theory]
    [InlineData("""{"current_password": "wrong horse battery", "new_password": "another horse battery"}""", "current_password")]
    [InlineData("""{"current_password": "", "new_password": "another horse battery"}""", "current_password")]
    [InlineData("""{"new_password": "another horse battery"}""", "current_password")]
    [InlineData("""{"current_password": "correct horse battery"}""", "new_password")]
    [InlineData("""{"current_password": "correct horse battery", "new_password": "short"}""", "new_password")]
    [InlineData("""{"current_password": "correct horse battery", "new_password": "1234567890"}""", "new_password")]
    [InlineData("""{"current_password": "correct horse battery", "new_password": "another horse battery", "user_id": 1}""", "user_id")]
    public async Task A_broken_rule_is_named_at_its_field_and_the_password_stays(string body, string field)
    {
        using var user = await shared.App.RegisterAsync();
        using var phone = await user.SignInAgainAsync(shared.App);
        using var answer = await user.SendAsync(HttpMethod.Put, "/api/auth/change-password", JsonNode.Parse(body));
        await answer.RefusesAsync(field);
        await phone.GetAsync("/api/auth/me");
        using var again = await user.SignInAgainAsync(shared.App);
    }

    [Fact]
    public async Task The_new_password_is_not_made_of_the_address()
    {
        using var user = await shared.App.RegisterAsync($"penelope{Guid.CreateVersion7():N}@example.org");
        await ChangeAsync(user, TestUser.Password, $"{user.Email}1!", 400);
    }

    private static async Task ChangeAsync(TestUser user, string current, string changed, int status)
    {
        using var answer = await user.SendAsync(
            HttpMethod.Put,
            "/api/auth/change-password",
            new { current_password = current, new_password = changed }
        );
        await answer.ReadAsync(status);
    }
}
