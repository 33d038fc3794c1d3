namespace JobTracker.Features.Accounts;

/// <summary>Who administers the site beside those whom the command <c>grant-admin</c> has named (section <c>Admin</c>).</summary>
public sealed class AdminOptions
{
    public const string Section = "Admin";

    /// <summary>Addresses with commas or semicolons between them. One counts as soon as the account that has it has confirmed it.</summary>
    public string Emails { get; set; } = "";

    /// <summary>As addresses are compared.</summary>
    public string[] Normalized() =>
        [
            .. Emails
                .Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(Accounts.Emails.Normalize),
        ];

    /// <summary>Whether this account administers the site.</summary>
    public bool Names(User user) => Names(user.IsAdmin, user.Email!, user.EmailConfirmed);

    /// <summary>The same of a row that is only read.</summary>
    /// <param name="isGranted">Somebody has named it.</param>
    /// <param name="email">Its address.</param>
    /// <param name="isConfirmed">Whether its owner has shown that mail is read there: anybody can register with any address.</param>
    public bool Names(bool isGranted, string email, bool isConfirmed) =>
        isGranted || (isConfirmed && Normalized().Contains(Accounts.Emails.Normalize(email), StringComparer.Ordinal));
}
