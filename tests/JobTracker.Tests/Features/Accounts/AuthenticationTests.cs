using JobTracker.Features.Accounts;
using JobTracker.Testing;
using JobTracker.Web.Bearer;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobTracker.Tests.Features.Accounts;

public sealed class AuthenticationTests(SharedApp shared)
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Basic YTpi")]
    public async Task Without_a_good_token_nobody_is_signed_in(string? authorization)
    {
        using var client = shared.App.CreateClient();
        if (authorization is not null)
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await client.GetAsync("/api/applications");
        await answer.ProblemAsync(401, "unauthenticated");
        Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    public async Task A_token_counts_in_its_header_alone()
    {
        using var user = await shared.App.RegisterAsync();
        using var client = shared.App.CreateClient();
        foreach (var query in new[] { "access_token", "token", "Authorization" })
        {
            using var answer = await client.GetAsync($"/api/applications?{query}={user.Token}");
            await answer.ProblemAsync(401, "unauthenticated");
        }
    }

    [Fact]
    public async Task The_sites_cookie_signs_nobody_in_to_the_api()
    {
        using var user = await shared.App.RegisterAsync();
        var signIn = await shared.App.ReadAsync(db => db.SignIns.AsNoTracking().SingleAsync(row => row.UserId == user.Id));
        var options = shared.App.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignInSchemes.Cookie);
        var secret = shared.App.Services.GetRequiredService<IOptions<JwtOptions>>().Value;
        var cookie = options.TicketDataFormat.Protect(
            new AuthenticationTicket(SignInSchemes.PrincipalOf(signIn, secret), SignInSchemes.Cookie)
        );
        using var client = shared.App.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", $"{options.Cookie.Name}={cookie}");
        using var answer = await client.GetAsync("/api/applications");
        await answer.ProblemAsync(401, "unauthenticated");
        using var meta = await client.GetAsync("/meta");
        Assert.Null((await meta.ReadAsync(200))["usage"]);
    }

    [Theory]
    [InlineData("GET", "/api/auth/me", 401)]
    [InlineData("PUT", "/api/auth/update-profile", 401)]
    [InlineData("PUT", "/api/auth/change-password", 401)]
    [InlineData("POST", "/api/applications", 401)]
    [InlineData("GET", "/api/applications", 200)]
    [InlineData("GET", "/api/applications/deleted", 200)]
    [InlineData("GET", "/meta", 200)]
    [InlineData("POST", "/api/auth/logout-all", 401)]
    public async Task An_account_that_has_just_gone_is_no_error_of_ours(string method, string path, int whileRemembered)
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        await user.GetAsync("/api/auth/me");
        await app.ExecuteAsync($"delete from user_accounts where user_id = {user.Id}");
        await app.ExecuteAsync($"delete from users where id = {user.Id}");
        object? body = path switch
        {
            "/api/applications" when method == "POST" => new { company = "A", position = "B" },
            "/api/auth/update-profile" => new { time_zone = "UTC", locale = "en" },
            "/api/auth/change-password" => new { current_password = TestUser.Password, new_password = "another horse battery" },
            _ => null,
        };
        using var now = await user.SendAsync(new HttpMethod(method), path, body);
        await now.ReadAsync(whileRemembered);
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        using var soon = await user.SendAsync(new HttpMethod(method), path, body);
        await soon.ReadAsync(path == "/meta" ? 200 : 401);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("PATCH", "")]
    [InlineData("DELETE", "")]
    [InlineData("POST", "/restore")]
    [InlineData("POST", "/favorite")]
    [InlineData("POST", "/status")]
    [InlineData("GET", "/history")]
    public async Task The_rows_of_an_account_that_has_just_gone_are_not_there(string method, string route)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync();
        await shared.App.ExecuteAsync($"delete from user_accounts where user_id = {user.Id}");
        object? body =
            method == "PATCH" ? new { salary = "1" }
            : route == "/status" ? new { status = "applied" }
            : null;
        using var answer = await user.SendAsync(new HttpMethod(method), $"/api/applications/{row["id"]}{route}", body);
        await answer.ProblemAsync(404, "not_found");
    }
}
