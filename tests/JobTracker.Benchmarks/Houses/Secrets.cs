using System.Security.Cryptography;

namespace JobTracker.Benchmarks.Houses;

/// <summary>What the app and the limit beside it are started with; new ones for each run.</summary>
internal static class Secrets
{
    private const int Bytes = 48;

    public static readonly string Jwt = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
    public static readonly string DataProtection = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
}
