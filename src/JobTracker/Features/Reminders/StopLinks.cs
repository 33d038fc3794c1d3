using System.Buffers.Text;
using System.Security.Cryptography;
using JobTracker.Features.Mail;
using JobTracker.Kernel;
using Microsoft.AspNetCore.DataProtection;

namespace JobTracker.Features.Reminders;

/// <summary>
/// Addresses that switch off one person's digest without a sign-in. They are sealed and name only the person, so there is nothing to store,
/// and they can do nothing else; they work as long as the account exists, since old mails are opened late.
/// </summary>
public sealed class StopLinks(IDataProtectionProvider protection, SiteLinks links)
{
    private const int Longest = 400;
    private readonly IDataProtector protector = protection.CreateProtector("digest-stop");

    public Uri For(UserId owner) => links.To($"/unsubscribe/{Base64Url.EncodeToString(protector.Protect(owner.Value.ToByteArray()))}");

    /// <summary>Whose digest; null when the address was not made here.</summary>
    public UserId? Read(string? token)
    {
        if (token is not { Length: > 0 and <= Longest } || !Base64Url.IsValid(token))
            return null;
        try
        {
            return new UserId(new Guid(protector.Unprotect(Base64Url.DecodeFromChars(token))));
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
