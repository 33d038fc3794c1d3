using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Accounts;

public sealed class RegisterAccountTests(SharedApp shared)
{
    [Fact]
    public async Task The_answer_is_a_token_that_works_at_once_and_the_person()
    {
        using var client = shared.App.CreateClient();
        var email = NewEmail();
        using var registered = await client.PostAsJsonAsync(
            "/api/auth/register",
            new
            {
                email = $" {email} ",
                password = TestUser.Password,
                full_name = " Ada  Lovelace\n",
                time_zone = "Europe/Paris",
                locale = "fr",
            }
        );
        var answer = await registered.ReadAsync(201);
        Assert.Equal("/api/auth/me", registered.Headers.Location?.OriginalString);
        Assert.Equal("Bearer", answer.Text("token_type"));
        var life = answer["expires_at"]!.GetValue<DateTimeOffset>() - shared.App.Clock.GetUtcNow();
        Assert.InRange(life, TimeSpan.FromDays(7) - TimeSpan.FromMinutes(5), TimeSpan.FromDays(7));
        var user = answer["user"]!;
        Assert.Equal(
            (email, "Ada  Lovelace", "Europe/Paris", "fr"),
            (user.Text("email"), user.Text("full_name"), user.Text("time_zone"), user.Text("locale"))
        );
        Assert.Equal(
            ("false", "false", "8", "10"),
            (user.Text("email_confirmed"), user.Text("digest_enabled"), user.Text("digest_hour"), user.Text("follow_up_days"))
        );

        client.DefaultRequestHeaders.Authorization = new("Bearer", answer.Text("access_token"));
        using var me = await client.GetAsync("/api/auth/me");
        Assert.Equal(user.ToJsonString(), (await me.ReadAsync(200)).ToJsonString());
    }

    [Fact]
    public async Task The_password_is_kept_only_as_a_hash_and_never_answered()
    {
        using var client = shared.App.CreateClient();
        var email = NewEmail();
        using var answer = await RegisterAsync(client, email);
        Assert.DoesNotContain(TestUser.Password, (await answer.ReadAsync(201)).ToJsonString(), StringComparison.Ordinal);
        var hash = await shared.App.ReadAsync(db =>
            db.Users.Where(user => user.Email == email).Select(user => user.PasswordHash).SingleAsync()
        );
        Assert.DoesNotContain(TestUser.Password, hash!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("email", "null")]
    [InlineData("email", "\"\"")]
    [InlineData("email", "\"nobody\"")]
    [InlineData("email", "\"nobody@localhost\"")]
    [InlineData("email", "\"a b@example.org\"")]
    [InlineData("email", "\"ada@-a.example\"")]
    [InlineData("email", "\"ada@xn--.example\"")]
    [InlineData("email", "\"ada@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example\"")]
    [InlineData("email", "\"Ada <ada@example.org>\"")]
    [InlineData("email", "\"ada@example.org, eve@example.org\"")]
    [InlineData("email", "\"ada@example.org\\nbcc:eve@example.org\"")]
    [InlineData("password", "null")]
    [InlineData("password", "\"short-one\"")]
    [InlineData("password", "\"1234567890\"")]
    [InlineData("password", "\"QWERTYUIOP\"")]
    [InlineData("password", "\"sunshine2026!\"")]
    [InlineData("password", "\"JobTracker1\"")]
    [InlineData("password", "\"person.of.the.rules\"")]
    [InlineData("time_zone", "\"Mars/Olympus_Mons\"")]
    [InlineData("time_zone", "\"Romance Standard Time\"")]
    [InlineData("time_zone", "\"\"")]
    [InlineData("locale", "\"de\"")]
    [InlineData("locale", "\"FR\"")]
    [InlineData("is_admin", "true")]
    public async Task A_broken_rule_is_named_at_its_field(string field, string value)
    {
        using var client = shared.App.CreateClient();
        var body = new JsonObject { ["email"] = "person.of.the.rules@example.org", ["password"] = TestUser.Password };
        body[field] = JsonNode.Parse(value);
        using var answer = await client.PostAsJsonAsync("/api/auth/register", body);
        await answer.RefusesAsync(field);
        Assert.False(await shared.App.ReadAsync(db => db.Users.AnyAsync(user => user.Email == "person.of.the.rules@example.org")));
    }

    [Theory]
    [InlineData("email", 255)]
    [InlineData("password", 129)]
    [InlineData("full_name", 201)]
    public async Task A_text_longer_than_its_rule_is_refused(string field, int length)
    {
        using var client = shared.App.CreateClient();
        var body = new JsonObject { ["email"] = NewEmail(), ["password"] = TestUser.Password };
        body[field] = Phrase(length - 12) + "@example.org";
        using var answer = await client.PostAsJsonAsync("/api/auth/register", body);
        await answer.RefusesAsync(field);
    }

    [Theory]
    [InlineData("tr0ub4dor&")]
    [InlineData("🐎🔋📎🌍🎉🥐🚲🧭🪴🎻")]
    [InlineData("mot de passe très long ’ ŝ")]
    public async Task Any_characters_make_a_password_and_it_signs_in(string password)
    {
        using var client = shared.App.CreateClient();
        var email = NewEmail();
        foreach (var (route, status) in new[] { ("register", 201), ("login", 200) })
        {
            using var answer = await client.PostAsJsonAsync($"/api/auth/{route}", new { email, password });
            await answer.ReadAsync(status);
        }
    }

    [Fact]
    public async Task The_longest_password_counts_to_its_last_character()
    {
        using var client = shared.App.CreateClient();
        var (email, password) = (NewEmail(), Phrase(128));
        using var registered = await client.PostAsJsonAsync("/api/auth/register", new { email, password });
        await registered.ReadAsync(201);
        using var wrong = await client.PostAsJsonAsync("/api/auth/login", new { email, password = password[..127] + "!" });
        await wrong.ProblemAsync(401, "bad_credentials");
    }

    [Fact]
    public async Task An_address_is_taken_whatever_its_case()
    {
        using var client = shared.App.CreateClient();
        var email = NewEmail();
        using var first = await RegisterAsync(client, email);
        await first.ReadAsync(201);
        foreach (var same in new[] { email, email.ToUpperInvariant(), $"  {email}" })
        {
            using var answer = await RegisterAsync(client, same);
            await answer.ProblemAsync(409, "email_taken");
        }
    }

    [Fact]
    public async Task Of_many_registrations_of_one_address_at_once_one_succeeds()
    {
        await using var app = await JobTrackerApp.StartAsync();
        await using var second = app.StartAnother();
        using var here = app.CreateClient();
        using var there = second.CreateClient();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(n => RegisterAsync(n % 2 == 0 ? here : there, n % 3 == 0 ? "Ada@example.org" : "ada@example.org"))
        );
        Assert.Equal([201, .. Enumerable.Repeat(409, 19)], answers.Select(answer => (int)answer.StatusCode).Order());
        using var meta = await here.GetAsync("/meta");
        Assert.Equal(1, (await meta.ReadAsync(200))["users_total"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("fr-CA, en;q=0.5", null, "fr")]
    [InlineData("de, en;q=0.5", null, "en")]
    [InlineData("de", null, "en")]
    [InlineData("fr", "en", "en")]
    public async Task The_language_is_the_one_named_or_the_one_asked_in(string asked, string? named, string expected)
    {
        using var client = shared.App.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(asked);
        using var answer = await client.PostAsJsonAsync(
            "/api/auth/register",
            new
            {
                email = NewEmail(),
                password = TestUser.Password,
                locale = named,
            }
        );
        Assert.Equal(expected, (await answer.ReadAsync(201))["user"]!.Text("locale"));
    }

    private static string NewEmail() => $"Person.{Guid.CreateVersion7():N}@example.org";

    private static string Phrase(int length) => string.Concat(Enumerable.Range(0, length).Select(n => (char)('a' + (n * n * 7 % 26))));

    private static Task<HttpResponseMessage> RegisterAsync(HttpClient client, string email) =>
        client.PostAsJsonAsync("/api/auth/register", new { email, password = TestUser.Password });
}
