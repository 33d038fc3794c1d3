using System.Security.Cryptography;
using System.Text.Json;
using JobTracker.Features.Mail.Delivery;
using Microsoft.AspNetCore.DataProtection;

namespace JobTracker.Features.Mail;

/// <summary>Encrypts letters, each for its own row: one that is moved to another does not open.</summary>
public sealed class OutboxSeals(IDataProtectionProvider protection)
{
    public string Seal(Guid id, WrittenLetter letter) => Protector(id).Protect(JsonSerializer.Serialize(letter));

    /// <summary>Null when it cannot be opened (any more).</summary>
    public WrittenLetter? Open(Guid id, string closed)
    {
        try
        {
            return JsonSerializer.Deserialize<WrittenLetter>(Protector(id).Unprotect(closed));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(Guid id) => protection.CreateProtector($"mail:{id}");
}
