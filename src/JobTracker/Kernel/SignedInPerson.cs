namespace JobTracker.Kernel;

/// <summary>What every request of somebody who is signed in needs to know about him or her.</summary>
/// <param name="UserId">Whose rows.</param>
/// <param name="Locale">One of <see cref="Locales.All"/>.</param>
/// <param name="TimeZone">IANA name: says which day is today.</param>
/// <param name="Email">The address that the account has.</param>
/// <param name="EmailConfirmed">Whether its owner has shown that mail is read there.</param>
/// <param name="IsAdmin">Whether this person administers the site.</param>
public sealed record SignedInPerson(Guid UserId, string Locale, string TimeZone, string Email, bool EmailConfirmed, bool IsAdmin);
