using System.Security.Claims;
using JobTracker.Kernel;
using JobTracker.Web.Bearer;

namespace JobTracker.Web;

/// <summary>Who is signed in, for endpoints and pages that require it.</summary>
public sealed class CurrentUser(IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>False on public pages that nobody is signed in to.</summary>
    public bool IsSignedIn => http.HttpContext?.User.Identity?.IsAuthenticated == true;

    /// <summary>Whose rows this request may touch.</summary>
    public UserId Id => new(Claim(BearerDefaults.UserIdClaim));

    /// <summary>The sign-in behind the cookie or token.</summary>
    public Guid SignInId => Claim(BearerDefaults.SignInClaim);

    /// <summary>Today where this person lives.</summary>
    public DateOnly Today => clock.Today(Person.TimeZone);

    /// <summary>The zone that this person lives in.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Person.TimeZone);

    public string Email => Person.Email;

    /// <summary>Whether somebody has shown that mail is read at that address.</summary>
    public bool EmailConfirmed => Person.EmailConfirmed;

    /// <summary>Whether this person administers the site.</summary>
    public bool IsAdmin => Person.IsAdmin;

    private SignedInPerson Person => http.HttpContext!.Features.Get<SignedInPerson>()!;

    private ClaimsPrincipal Principal => http.HttpContext!.User;

    private Guid Claim(string type) =>
        Guid.TryParse(Principal.FindFirstValue(type), out var id)
            ? id
            : throw new InvalidOperationException("This endpoint is not authorised.");
}
