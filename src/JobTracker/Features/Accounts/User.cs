using Microsoft.AspNetCore.Identity;

namespace JobTracker.Features.Accounts;

/// <summary>Who may sign in: Identity's row. What belongs to the person hangs on <see cref="UserAccount"/>.</summary>
public sealed class User : IdentityUser<Guid>
{
    public DateTimeOffset CreatedAt { get; init; }
}
