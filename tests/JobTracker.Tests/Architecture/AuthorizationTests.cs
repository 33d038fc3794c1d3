using JobTracker.Web.Bearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Architecture;

public sealed class AuthorizationTests(SharedApp shared)
{
    /// <summary>What strangers may ask for. A route gets in here on purpose, or it needs a sign-in.</summary>
    private static readonly string[] Public =
    [
        "/health/live",
        "/health/ready",
        "/meta",
        "/api/auth/register",
        "/api/auth/login",
        "/api/auth/forgot-password",
        "/api/auth/reset-password",
        "/app.webmanifest",
        "/calendar/{token}.ics",
        "/openapi/v1.json",
        "/docs/start.js",
        "/redoc/start.js",
        "",
        "account/confirm",
        "account/forgot",
        "account/register",
        "account/reset",
        "account/sign-in",
        "account/sign-in/code",
        "error/{code:int}",
        "full",
        "legal",
        "offline",
        "preferences/{handler}",
        "privacy",
        "unsubscribe/{token}",
    ];

    private IEnumerable<RouteEndpoint> Routes =>
        shared
            .App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null);

    [Fact]
    public void Every_route_needs_a_sign_in_unless_it_is_on_the_list() =>
        Assert.Equal(
            Public.Order(StringComparer.Ordinal),
            Routes.Where(route => !NeedsSignIn(route)).Select(route => route.RoutePattern.RawText!).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_route_of_the_api_takes_a_token_and_nothing_else() =>
        Assert.All(
            Routes.Where(route => NeedsSignIn(route) && route.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)),
            route =>
            {
                var policies = route.Metadata.GetOrderedMetadata<AuthorizationPolicy>();
                Assert.Equal([BearerDefaults.AuthenticationScheme], policies.SelectMany(policy => policy.AuthenticationSchemes).Distinct());
            }
        );

    private static bool NeedsSignIn(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IAllowAnonymous>() is null
        && (route.Metadata.GetMetadata<IAuthorizeData>() is not null || route.Metadata.GetMetadata<AuthorizationPolicy>() is not null);
}
