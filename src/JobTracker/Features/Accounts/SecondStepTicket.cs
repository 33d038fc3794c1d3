using System.Security.Cryptography;
using System.Text.Json;
using JobTracker.Kernel;
using JobTracker.Web.Bearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Accounts;

/// <summary>
/// Between the password and the code: a cookie that says who has shown the password, sealed, good for nothing else and not for long. It does not
/// sign anybody in.
/// </summary>
public sealed class SecondStepTicket(
    IHttpContextAccessor http,
    IHostEnvironment environment,
    IDataProtectionProvider protection,
    IOptions<JwtOptions> secret,
    TimeProvider clock
)
{
    /// <summary>Time enough to find the phone.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    // The secret's fingerprint is in it too: changing JWT_SECRET ends this as it ends every sign-in.
    private sealed record Content(Guid Owner, string Stamp, DateTimeOffset ExpiresAt, string Secret);

    public void Give(LogIn.Proven proven)
    {
        var content = new Content(proven.Owner.Value, proven.Stamp, clock.Now() + Lifetime, secret.Value.Fingerprint);
        Context.Response.Cookies.Append(Name, Protector.Protect(JsonSerializer.Serialize(content)), Options);
    }

    /// <summary>Null when there is none, when it is too old, or when it is not one of ours.</summary>
    public LogIn.Proven? Read()
    {
        try
        {
            return
                Context.Request.Cookies[Name] is { } cookie
                && JsonSerializer.Deserialize<Content>(Protector.Unprotect(cookie)) is { } content
                && content.ExpiresAt > clock.Now()
                && content.Secret == secret.Value.Fingerprint
                ? new LogIn.Proven(new UserId(content.Owner), content.Stamp)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Take() => Context.Response.Cookies.Delete(Name, Options);

    private string Name => environment.IsDevelopment() ? "jobtracker-second-step" : "__Host-jobtracker-second-step";

    private CookieOptions Options =>
        new()
        {
            HttpOnly = true,
            Secure = !environment.IsDevelopment() || Context.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            MaxAge = Lifetime,
            IsEssential = true,
        };

    private IDataProtector Protector => protection.CreateProtector("second step of a sign-in");

    private HttpContext Context => http.HttpContext!;
}
