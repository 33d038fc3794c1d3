using Microsoft.AspNetCore.Identity;

namespace JobTracker.Features.Accounts;

/// <summary>Who may sign in: Identity's row. What belongs to the person hangs on <see cref="UserAccount"/>.</summary>
public sealed class User : IdentityUser<Guid>
{
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Somebody has made this person an administrator. The configuration may name others: <see cref="AdminOptions"/>.</summary>
    public bool IsAdmin { get; private set; }

    /// <summary>Since when an administrator keeps this person out; null for everybody else.</summary>
    public DateTimeOffset? DeactivatedAt { get; private set; }

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
            SecurityStamp = NewStamp(now),
            CreatedAt = now,
        };

    /// <summary>Another one with every change of password or second factor, so that what was proved before is worth nothing.</summary>
    public static string NewStamp(DateTimeOffset now) => Guid.CreateVersion7(now).ToString("N");

    public void TakePassword(string hash, DateTimeOffset now)
    {
        PasswordHash = hash;
        SecurityStamp = NewStamp(now);
    }

    /// <summary>Whoever uses the account reads mail at this address.</summary>
    public void Confirm(string email)
    {
        (UserName, Email) = (email, email);
        NormalizedUserName = NormalizedEmail = Emails.Normalize(email);
        EmailConfirmed = true;
    }
}
