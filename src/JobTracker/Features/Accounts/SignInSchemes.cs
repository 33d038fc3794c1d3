using System.Security.Claims;
using JobTracker.Kernel;
using JobTracker.Web.Bearer;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Accounts;

/// <summary>The cookie for pages and the token for programs. Behind both stands a row of sign_ins, asked on every request.</summary>
public static class SignInSchemes
{
    public const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>The policy of what only administrators may do.</summary>
    public const string Administrators = "administrators";
    private const string SecretClaim = "secret";

    public static void AddSignInSchemes(this IServiceCollection services, IHostEnvironment environment)
    {
        services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = Cookie;
                options.DefaultAuthenticateScheme = Cookie;
            })
            .AddCookie(options => SetUp(options, environment))
            .AddJobTrackerBearer(options => options.Events.OnTokenValidated = CheckTokenAsync);
        services.AddAuthorization(options =>
            options.AddPolicy(
                Administrators,
                policy =>
                    policy.RequireAssertion(asked =>
                        asked.Resource is HttpContext http && http.Features.Get<SignedInPerson>() is { IsAdmin: true }
                    )
            )
        );
    }

    /// <summary>What stands in the cookie.</summary>
    public static ClaimsPrincipal PrincipalOf(SignIn signIn, JwtOptions secret) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(BearerDefaults.UserIdClaim, signIn.UserId.ToString()),
                    new Claim(BearerDefaults.SignInClaim, signIn.Id.ToString()),
                    new Claim(SecretClaim, secret.Fingerprint),
                ],
                Cookie
            )
        );

    private static void SetUp(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        // The prefix makes the browser insist on Secure, which plain http on a developer's machine cannot give.
        options.Cookie.Name = environment.IsDevelopment() ? "jobtracker" : "__Host-jobtracker";
        options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.LoginPath = "/account/sign-in";
        options.ReturnUrlParameter = "back";
        options.ExpireTimeSpan = StartSignIn.BrowserLifetime;
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = CheckCookieAsync;
        // The pages themselves say where to go on. A path alone, because whoever sends a request chooses its Host header.
        options.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
        options.Events.OnRedirectToLogin = context =>
        {
            var request = context.Request;
            var back = QueryString.Create(options.ReturnUrlParameter, request.PathBase + request.Path + request.QueryString);
            context.Response.Redirect(request.PathBase + options.LoginPath + back);
            return Task.CompletedTask;
        };
        // The page that says so is shown in its place.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static async Task CheckCookieAsync(CookieValidatePrincipalContext context)
    {
        var secret = context.HttpContext.RequestServices.GetRequiredService<IOptions<JwtOptions>>().Value;
        if (
            context.Principal?.FindFirstValue(SecretClaim) != secret.Fingerprint
            || !await HoldsAsync(context.HttpContext, context.Principal)
        )
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Cookie);
        }
    }

    private static async Task CheckTokenAsync(TokenValidatedContext context)
    {
        if (!await HoldsAsync(context.HttpContext, context.Principal!))
            context.Fail("This sign-in has ended.");
    }

    private static async Task<bool> HoldsAsync(HttpContext http, ClaimsPrincipal principal)
    {
        if (!Guid.TryParse(principal.FindFirstValue(BearerDefaults.SignInClaim), out var signInId))
            return false;
        var fresh = http.GetEndpoint()?.Metadata.GetMetadata<FreshSignInAttribute>() is not null;
        var person = await http.RequestServices.GetRequiredService<SignInCheck>().RunAsync(signInId, fresh, http.RequestAborted);
        if (person is null || person.UserId.ToString() != principal.FindFirstValue(BearerDefaults.UserIdClaim))
            return false;
        http.Features.Set(person);
        return true;
    }
}
