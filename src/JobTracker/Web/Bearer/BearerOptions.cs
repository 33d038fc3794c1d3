using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace JobTracker.Web.Bearer;

/// <summary>Names that others need to speak of the scheme and its principal.</summary>
public static class BearerDefaults
{
    /// <summary>The scheme: the same name as the package's, which could stand in its place.</summary>
    public const string AuthenticationScheme = "Bearer";

    /// <summary>The account (<c>sub</c>), where Identity's cookie has it too.</summary>
    public const string UserIdClaim = ClaimTypes.NameIdentifier;

    /// <summary>The sign-in behind the token (<c>sid</c>).</summary>
    public const string SignInClaim = "sid";
}

/// <summary>Settings of the scheme, shaped like those of JwtBearer.</summary>
public sealed class BearerOptions : AuthenticationSchemeOptions
{
    /// <inheritdoc cref="AuthenticationSchemeOptions.Events"/>
    public new BearerEvents Events
    {
        get => (BearerEvents)base.Events!;
        set => base.Events = value;
    }

    public BearerOptions() => Events = new BearerEvents();
}

/// <summary>Where the app has its say. A subclass named by <c>EventsType</c> comes from the container, once per request.</summary>
public class BearerEvents
{
    public Func<TokenValidatedContext, Task> OnTokenValidated { get; set; } = _ => Task.CompletedTask;

    /// <summary>The token is genuine and current: the last chance to refuse it, with <c>context.Fail(...)</c>.</summary>
    public virtual Task TokenValidated(TokenValidatedContext context) => OnTokenValidated(context);
}

/// <summary>A verified token on its way to become the request's user.</summary>
public sealed class TokenValidatedContext(HttpContext http, AuthenticationScheme scheme, BearerOptions options, TokenClaims token)
    : ResultContext<BearerOptions>(http, scheme, options)
{
    /// <summary>What the token says.</summary>
    public TokenClaims Token { get; } = token;
}
