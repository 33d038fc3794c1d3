using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace JobTracker.Features.Accounts.Links;

/// <summary>What a mailed link carries: 256 random bits, of which the database has the hash alone.</summary>
public static class LinkToken
{
    private const int Bytes = 32;

    /// <summary>Longer than any token is.</summary>
    public const int Most = 100;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
