using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace JobTracker.Web.Bearer;

/// <summary>
/// Authenticates <c>Authorization: Bearer</c> (RFC 6750 §2.1) and nothing else: no token in a query, a form or a cookie, and no second
/// header beside the first.
/// </summary>
public sealed class BearerHandler(IOptionsMonitor<BearerOptions> options, ILoggerFactory logger, UrlEncoder encoder, Jwt jwt)
    : AuthenticationHandler<BearerOptions>(options, logger, encoder)
{
    private const string Prefix = BearerDefaults.AuthenticationScheme + " ";

    private new BearerEvents Events => (BearerEvents)base.Events!;

    protected override Task<object> CreateEventsAsync() => Task.FromResult<object>(new BearerEvents());

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var headers = Request.Headers.Authorization;
        if (headers.Count == 0)
            return AuthenticateResult.NoResult();
        if (headers.Count > 1)
            return AuthenticateResult.Fail("There is more than one Authorization header.");

        // The scheme's name is the one part whose case does not matter (RFC 9110 §11.1).
        var header = headers[0] ?? "";
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (jwt.Verify(header[Prefix.Length..]) is not { } claims)
            return AuthenticateResult.Fail("The token is not valid.");

        var context = new TokenValidatedContext(Context, Scheme, Options, claims) { Principal = PrincipalOf(claims) };
        await Events.TokenValidated(context);
        if (context.Result is not null)
            return context.Result;
        context.Success();
        return context.Result!;
    }

    /// <summary>401 without a body: the problem document is written where all of them are.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = BearerDefaults.AuthenticationScheme;
        return Task.CompletedTask;
    }

    private ClaimsPrincipal PrincipalOf(TokenClaims claims)
    {
        Claim[] said = [new(BearerDefaults.UserIdClaim, claims.User.ToString()), new(BearerDefaults.SignInClaim, claims.SignIn.ToString())];
        return new ClaimsPrincipal(new ClaimsIdentity(said, Scheme.Name));
    }
}
