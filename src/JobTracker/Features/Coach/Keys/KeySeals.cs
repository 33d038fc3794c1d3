using System.Security.Cryptography;
using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using Microsoft.AspNetCore.DataProtection;

namespace JobTracker.Features.Coach.Keys;

/// <summary>Encrypts people's keys, each for its owner and provider: a sealed key that is moved to another row does not open.</summary>
public sealed class KeySeals(IDataProtectionProvider protection)
{
    public string Seal(UserId owner, AiProvider provider, string key) => Protector(owner, provider).Protect(key);

    /// <summary>Null when it cannot be opened (any more): the person has to enter the key again.</summary>
    public string? Open(UserId owner, AiProvider provider, string sealedKey)
    {
        try
        {
            return Protector(owner, provider).Unprotect(sealedKey);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(UserId owner, AiProvider provider) =>
        protection.CreateProtector($"ai-key:{owner}:{Wire.Name(provider)}");
}
