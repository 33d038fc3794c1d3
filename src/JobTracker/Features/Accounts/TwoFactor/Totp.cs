using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace JobTracker.Features.Accounts.TwoFactor;

/// <summary>
/// Time-based one-time passwords (RFC 6238) with what every authenticator app takes for granted: HMAC-SHA1, six digits, thirty seconds.
/// </summary>
public static class Totp
{
    /// <summary>As long as the hash, as RFC 4226 §4 recommends.</summary>
    public const int SecretBytes = 20;
    public const int Digits = 6;
    private const int StepSeconds = 30;

    /// <summary>A clock may be one step off, in either direction.</summary>
    private const int Window = 1;

    /// <summary>The number of the thirty seconds that an instant is in.</summary>
    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step: the last 31 bits at the place that the hash's last four bits name (RFC 4226 §5.3), cut to so many digits.</summary>
    public static string CodeAt(byte[] secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The algorithm is the protocol's; nothing of SHA-1's weakness touches an HMAC.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fff_ffff;
        return (number % (long)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step that a code belongs to, if it is a step around now and later than the last one used.</summary>
    public static long? FindStep(byte[] secret, string code, DateTimeOffset now, long lastUsed)
    {
        long? found = null;
        // To the end in any case, so that the time tells nothing.
        for (var step = StepAt(now) - Window; step <= StepAt(now) + Window; step++)
        {
            var isRight = CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.UTF8.GetBytes(CodeAt(secret, step)),
                System.Text.Encoding.UTF8.GetBytes(code)
            );
            if (isRight && step > lastUsed)
                found ??= step;
        }
        return found;
    }
}
