using System.Buffers.Binary;
using System.Security.Cryptography;
using JobTracker.Kernel;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Accounts.Passwords;

/// <summary>What comparing a password with a stored hash has shown.</summary>
public enum PasswordCheck
{
    Wrong,
    Right,

    /// <summary>Right, and the hash was made with weaker settings than today's: hash the password again and store that.</summary>
    RightButOutdated,
}

/// <summary>Hashes and checks passwords with Identity's own hasher, one core's worth at a time (<see cref="HashingGate"/>).</summary>
public sealed class PasswordHashing(IOptions<PasswordHasherOptions> options, HashingGate gate)
{
    /// <summary>Of PBKDF2-HMAC-SHA512: OWASP ASVS 5.0, appendix C.</summary>
    public const int Iterations = 210_000;

    private readonly PasswordHasher<object> hasher = new(options);
    private readonly string nobodysHash = UnmatchableHash(options.Value.IterationCount);
    private static readonly object NoUser = new();

    public Task<Outcome<string>> HashAsync(string password, CancellationToken cancel) =>
        gate.RunAsync(() => hasher.HashPassword(NoUser, password), cancel);

    public Task<Outcome<PasswordCheck>> VerifyAsync(string hash, string password, CancellationToken cancel) =>
        gate.RunAsync(() => Check(hash, password), cancel);

    /// <summary>For an address that nobody has: always wrong, and after the same work, so that the time tells nothing (ASVS 6.3.8).</summary>
    public Task<Outcome<PasswordCheck>> VerifyNobodyAsync(string password, CancellationToken cancel) =>
        VerifyAsync(nobodysHash, password, cancel);

    private PasswordCheck Check(string hash, string password) =>
        hasher.VerifyHashedPassword(NoUser, hash, password) switch
        {
            PasswordVerificationResult.Success => PasswordCheck.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordCheck.RightButOutdated,
            _ => PasswordCheck.Wrong,
        };

    /// <summary>
    /// The hash of no password, since chance alone makes it, in Identity's format 3: a marker, the hash function, the iterations and the
    /// salt's length (32 bits each, big-endian), 16 bytes of salt, 32 of hash.
    /// </summary>
    private static string UnmatchableHash(int iterations)
    {
        const int header = 13;
        const int salt = 16;
        const int hash = 32;
        var all = RandomNumberGenerator.GetBytes(header + salt + hash);
        all[0] = 1;
        BinaryPrimitives.WriteInt32BigEndian(all.AsSpan(1), (int)KeyDerivationPrf.HMACSHA512);
        BinaryPrimitives.WriteInt32BigEndian(all.AsSpan(5), iterations);
        BinaryPrimitives.WriteInt32BigEndian(all.AsSpan(9), salt);
        return Convert.ToBase64String(all);
    }
}
