using System.Security.Claims;
using JobTracker.Web.Bearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace JobTracker.Tests.Web.Bearer;

/// <summary>The smallest site behind the scheme, on real Kestrel: <c>/who</c> tells who is asking.</summary>
sealed class BearerSite(WebApplication app, RecordedLog log) : IAsyncDisposable
{
    public HttpClient Client { get; } = new() { BaseAddress = new Uri(app.Urls.Single()) };

    public RecordedLog Log => log;

    public Jwt Jwt => app.Services.GetRequiredService<Jwt>();

    public static async Task<BearerSite> StartAsync(
        Action<BearerOptions>? configure = null,
        Action<IServiceCollection>? services = null,
        string? secret = ForgedToken.Secret
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        var log = new RecordedLog();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Configuration.AddInMemoryCollection([new(JwtOptions.Setting, secret)]);
        builder.Services.AddAuthentication(BearerDefaults.AuthenticationScheme).AddJobTrackerBearer(configure);
        builder.Services.AddAuthorization();
        services?.Invoke(builder.Services);

        var app = builder.Build();
        app.MapGet("/who", Who).RequireAuthorization();
        app.MapGet("/anybody", (ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true } ? "known" : "unknown");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new BearerSite(app, log);
    }

    public Task<HttpResponseMessage> AskAsync(string? authorization, string path = "/who")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private static string Who(ClaimsPrincipal user) =>
        $"{user.FindFirstValue(BearerDefaults.UserIdClaim)} {user.FindFirstValue(BearerDefaults.SignInClaim)}";
}
