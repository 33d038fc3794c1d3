using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace JobTracker.Tests.Features.Accounts;

public sealed class LogInTests(SharedApp shared)
{
    [Fact]
    public async Task Address_and_password_sign_in_whatever_the_case_of_the_address()
    {
        using var user = await shared.App.RegisterAsync();
        using var client = shared.App.CreateClient();
        foreach (var email in new[] { user.Email, user.Email.ToUpperInvariant(), $" {user.Email} " })
        {
            using var answer = await LogInAsync(client, email, TestUser.Password);
            var signedIn = await answer.ReadAsync(200);
            Assert.Equal(user.Id, signedIn["user"]!["id"]!.GetValue<Guid>());
            client.DefaultRequestHeaders.Authorization = new("Bearer", signedIn.Text("access_token"));
            using var me = await client.GetAsync("/api/auth/me");
            Assert.Equal(signedIn["user"]!.ToJsonString(), (await me.ReadAsync(200)).ToJsonString());
        }
    }

    [Theory]
    [InlineData("en", "The e-mail address or the password is wrong.")]
    [InlineData("fr", null)]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer(string language, string? detail)
    {
        using var user = await shared.App.RegisterAsync();
        using var client = shared.App.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var bodies = new List<JsonNode>();
        foreach (
            var (email, password) in new[]
            {
                (user.Email, "wrong horse battery"),
                ("nobody@example.org", TestUser.Password),
                ("not an address", "x"),
            }
        )
        {
            using var answer = await LogInAsync(client, email, password);
            var problem = await answer.ProblemAsync(401, "bad_credentials");
            problem.AsObject().Remove("trace_id");
            bodies.Add(problem);
        }
        Assert.Single(bodies.Select(body => body.ToJsonString()).Distinct());
        if (detail is not null)
            Assert.Equal(detail, bodies[0].Text("detail"));
        else
            Assert.Matches("mot de passe", bodies[0].Text("detail"));
    }

    [Theory]
    [InlineData("""{"password": "x"}""", "email")]
    [InlineData("""{"email": " ", "password": "x"}""", "email")]
    [InlineData("""{"email": "a@example.org"}""", "password")]
    [InlineData("""{"email": "a@example.org", "password": ""}""", "password")]
    [InlineData("""{"email": "a@example.org", "password": "x", "remember": true}""", "remember")]
    public async Task What_is_missing_or_unknown_is_named(string body, string field)
    {
        using var client = shared.App.CreateClient();
        using var answer = await client.PostAsJsonAsync("/api/auth/login", JsonNode.Parse(body));
        await answer.RefusesAsync(field);
    }

    [Fact]
    public async Task An_endless_password_is_refused_before_it_is_hashed()
    {
        using var client = shared.App.CreateClient();
        using var answer = await LogInAsync(client, "a@example.org", new string('x', 257));
        await answer.RefusesAsync("password");
    }

    [Fact]
    public async Task Every_sign_in_is_a_new_one()
    {
        using var user = await shared.App.RegisterAsync();
        using var again = await user.SignInAgainAsync(shared.App);
        Assert.NotEqual(user.Token, again.Token);
        Assert.Equal(2, await shared.App.ReadAsync(db => db.SignIns.CountAsync(signIn => signIn.UserId == user.Id)));
    }

    [Fact]
    public async Task A_hash_of_weaker_settings_is_replaced_at_the_next_sign_in()
    {
        using var user = await shared.App.RegisterAsync();
        var weak = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 500 })).HashPassword(
            new(),
            TestUser.Password
        );
        await shared.App.ExecuteAsync($"update users set password_hash = {weak} where id = {user.Id}");
        using var first = await user.SignInAgainAsync(shared.App);
        Assert.NotEqual(
            weak,
            await shared.App.ReadAsync(db => db.Users.Where(row => row.Id == user.Id).Select(row => row.PasswordHash).SingleAsync())
        );
        using var second = await user.SignInAgainAsync(shared.App);
        await second.GetAsync("/api/auth/me");
    }

    [Fact]
    public async Task An_account_that_is_half_gone_signs_nobody_in()
    {
        using var user = await shared.App.RegisterAsync();
        await shared.App.ExecuteAsync($"delete from user_accounts where user_id = {user.Id}");
        using var client = shared.App.CreateClient();
        using var answer = await LogInAsync(client, user.Email, TestUser.Password);
        await answer.ProblemAsync(401, "bad_credentials");
    }

    private static Task<HttpResponseMessage> LogInAsync(HttpClient client, string email, string password) =>
        client.PostAsJsonAsync("/api/auth/login", new { email, password });
}
