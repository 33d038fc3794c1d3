using System.Security.Cryptography;
using JobTracker.Kernel;
using Microsoft.AspNetCore.DataProtection;

namespace JobTracker.Features.Accounts.TwoFactor;

/// <summary>Encrypts the secrets of authenticators, each for its owner: one that is moved to another row does not open.</summary>
public sealed class SecretSeals(IDataProtectionProvider protection)
{
    public string Seal(UserId owner, byte[] secret) => Protector(owner).Protect(Convert.ToBase64String(secret));

    /// <summary>Null when it cannot be opened any more; recovery codes still work then.</summary>
    public byte[]? Open(UserId owner, string sealedSecret)
    {
        try
        {
            return Convert.FromBase64String(Protector(owner).Unprotect(sealedSecret));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(UserId owner) => protection.CreateProtector($"authenticator:{owner}");
}
