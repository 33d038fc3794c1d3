using Microsoft.AspNetCore.Identity;

namespace JobTracker.Features.Accounts;

/// <summary>Who may sign in: Identity's row. What belongs to the person hangs on <see cref="UserAccount"/>.</summary>
public sealed class User : IdentityUser<Guid>
{
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>A new account's sign-in data.</summary>
    public static User Create(string email, string passwordHash, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            UserName = email,
            NormalizedUserName = Emails.Normalize(email),
            Email = email,
            NormalizedEmail = Emails.Normalize(email),
            PasswordHash = passwordHash,
            SecurityStamp = Guid.CreateVersion7(now).ToString("N"),
            CreatedAt = now,
        };
}
