using System.Net;
using System.Net.Sockets;
using System.Text;
using JobTracker.Kernel;
using JobTracker.Web.Bearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace JobTracker.Tests.Web.Bearer;

public sealed class BearerHandlerTests
{
    private static readonly Guid SignIn = Guid.CreateVersion7();
    private static readonly UserId User = new(Guid.CreateVersion7());

    [Fact]
    public async Task A_good_token_names_the_user_and_the_sign_in()
    {
        await using var site = await BearerSite.StartAsync();

        using var answer = await site.AskAsync($"Bearer {site.Jwt.Create(User, SignIn).Value}");

        Assert.Equal($"{User} {SignIn}", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_schemes_name_may_be_written_in_any_case()
    {
        await using var site = await BearerSite.StartAsync();
        using var answer = await site.AskAsync($"bearer {site.Jwt.Create(User, SignIn).Value}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer  {token}")]
    [InlineData("Bearer {token} x")]
    [InlineData("Bearer {token}, Bearer {token}")]
    [InlineData("Bearer \"{token}\"")]
    [InlineData("Bearer token={token}")]
    [InlineData("Basic {token}")]
    [InlineData("Basic dXNlcjpwYXNzd29yZA==")]
    [InlineData("DPoP {token}")]
    [InlineData("{token}")]
    public async Task Anything_else_in_the_header_is_a_401_that_asks_for_a_token_and_has_no_body(string? header)
    {
        await using var site = await BearerSite.StartAsync();
        var token = site.Jwt.Create(User, SignIn).Value;

        using var answer = await site.AskAsync(header?.Replace("{token}", token, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_headers_are_refused_even_when_both_are_good()
    {
        await using var site = await BearerSite.StartAsync();
        var line = $"Authorization: Bearer {site.Jwt.Create(User, SignIn).Value}\r\n";

        Assert.StartsWith("HTTP/1.1 200", await RawAsync(site, line), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 401", await RawAsync(site, line + line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_in_the_query_or_in_a_cookie_is_not_looked_at()
    {
        await using var site = await BearerSite.StartAsync();
        var token = site.Jwt.Create(User, SignIn).Value;

        using var answer = await site.AskAsync(null, $"/who?access_token={token}&token={token}");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.StartsWith(
            "HTTP/1.1 401",
            await RawAsync(site, $"Cookie: access_token={token}; Bearer={token}\r\n"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Where_nobody_must_be_known_a_bad_token_is_like_none()
    {
        await using var site = await BearerSite.StartAsync();
        using var answer = await site.AskAsync("Bearer nonsense", "/anybody");
        Assert.Equal("unknown", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_app_can_refuse_a_genuine_token_whose_sign_in_is_over()
    {
        var over = Guid.CreateVersion7();
        await using var site = await BearerSite.StartAsync(options =>
            options.Events.OnTokenValidated = context =>
            {
                if (context.Token.SignIn == over)
                    context.Fail("This sign-in is over.");
                return Task.CompletedTask;
            }
        );

        using var standing = await site.AskAsync($"Bearer {site.Jwt.Create(User, SignIn).Value}");
        using var ended = await site.AskAsync($"Bearer {site.Jwt.Create(User, over).Value}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (standing.StatusCode, ended.StatusCode));
    }

    [Fact]
    public async Task The_check_can_come_from_the_container()
    {
        await using var site = await BearerSite.StartAsync(
            options => options.EventsType = typeof(RefuseAll),
            services => services.AddScoped<RefuseAll>()
        );
        using var answer = await site.AskAsync($"Bearer {site.Jwt.Create(User, SignIn).Value}");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task No_token_is_ever_logged()
    {
        await using var site = await BearerSite.StartAsync();
        var good = site.Jwt.Create(User, SignIn).Value;
        using var accepted = await site.AskAsync($"Bearer {good}");
        using var refused = await site.AskAsync($"Bearer {good}x");
        using var canary = await site.AskAsync("Bearer canary-in-the-header");

        Assert.NotEmpty(site.Log.Lines);
        Assert.DoesNotContain(site.Log.Lines, line => line.Contains(good[^20..], StringComparison.Ordinal));
        Assert.DoesNotContain(site.Log.Lines, line => line.Contains("canary", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("thirty-one bytes are too few...")]
    public async Task Without_a_good_secret_the_app_does_not_start_and_says_why(string? secret)
    {
        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => BearerSite.StartAsync(secret: secret));
        Assert.Contains("JWT_SECRET ", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>Sends header lines as they are, which HttpClient would tidy up.</summary>
    private static async Task<string> RawAsync(BearerSite site, string headers)
    {
        using var connection = new TcpClient();
        var address = site.Client.BaseAddress!;
        await connection.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = connection.GetStream();
        var request = $"GET /who HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n{headers}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private sealed class RefuseAll : BearerEvents
    {
        public override Task TokenValidated(TokenValidatedContext context)
        {
            context.Fail("Nobody is welcome.");
            return Task.CompletedTask;
        }
    }
}
