using System.Security.Cryptography;
using System.Text;

namespace JobTracker.Web.KeyRing;

/// <summary>
/// Seals with one secret. Key and name are drawn from it with HKDF-SHA256 (RFC 5869) under different labels, so the name, which is stored
/// in clear, tells nothing of the key. The cipher is AES-256-GCM (NIST SP 800-38D) with a random nonce: a ring has a few keys a year.
/// </summary>
public sealed class Seal
{
    private const int KeyBytes = 32;
    private const int NameBytes = 8;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] key;

    public Seal(string secret)
    {
        key = Draw(secret, KeyBytes, "JobTracker key ring: key");
        Name = Convert.ToHexStringLower(Draw(secret, NameBytes, "JobTracker key ring: name"));
    }

    /// <summary>Which secret it is, for finding it again among several and for the log.</summary>
    public string Name { get; }

    /// <summary>Nonce, tag and cipher text, in this order.</summary>
    public byte[] Close(ReadOnlySpan<byte> plain)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var tag = new byte[TagBytes];
        var cipher = new byte[plain.Length];
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, cipher, tag);
        return [.. nonce, .. tag, .. cipher];
    }

    /// <exception cref="CryptographicException">It was sealed with another secret, or altered since.</exception>
    public byte[] Open(ReadOnlySpan<byte> closed)
    {
        if (closed.Length < NonceBytes + TagBytes)
            throw new CryptographicException("The sealed text is cut short.");
        var nonce = closed[..NonceBytes];
        var rest = closed[NonceBytes..];
        var plain = new byte[rest.Length - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(nonce, rest[TagBytes..], rest[..TagBytes], plain);
        return plain;
    }

    private static byte[] Draw(string secret, int length, string label) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), length, info: Encoding.UTF8.GetBytes(label));
}
