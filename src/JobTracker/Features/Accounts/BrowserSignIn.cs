using JobTracker.Web.Bearer;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Accounts;

/// <summary>Gives a browser its cookie for a sign-in, and takes it away.</summary>
public sealed class BrowserSignIn(IHttpContextAccessor http, IOptions<JwtOptions> secret)
{
    public Task BeginAsync(SignIn signIn) =>
        Context.SignInAsync(
            SignInSchemes.Cookie,
            SignInSchemes.PrincipalOf(signIn, secret.Value),
            new AuthenticationProperties
            {
                IsPersistent = true,
                IssuedUtc = signIn.CreatedAt,
                ExpiresUtc = signIn.ExpiresAt,
            }
        );

    public Task EndAsync() => Context.SignOutAsync(SignInSchemes.Cookie);

    private HttpContext Context => http.HttpContext!;
}
