using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using JobTracker.Kernel;
using JobTracker.Web.Bearer;
using Microsoft.Extensions.Options;
using Xunit;

namespace JobTracker.Tests.Web.Bearer;

/// <summary>Makes tokens that are genuine but for one thing, without the code under test.</summary>
static class ForgedToken
{
    public const string Secret = "a secret of more than 32 bytes, for tests only";
    public const string GoodHeader = """{"alg":"HS256","typ":"JWT"}""";
    public const string GoodPayload = """
        {"iss":"jobtracker","aud":"jobtracker-api",
        "sub":"01a00000-0000-7000-8000-000000000001","sid":"01a00000-0000-7000-8000-000000000002",
        "iat":1800000000,"nbf":1800000000,"exp":1800604800}
        """;

    /// <summary>The second in which <see cref="GoodPayload"/> was issued.</summary>
    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
    public static readonly UserId User = new(new Guid("01a00000-0000-7000-8000-000000000001"));
    public static readonly Guid SignIn = new("01a00000-0000-7000-8000-000000000002");
    public static readonly byte[] Key = Encoding.UTF8.GetBytes(Secret);
    public static readonly string Good = Of(GoodHeader, GoodPayload);

    public static Jwt Jwt(DateTimeOffset now, string secret = Secret) =>
        new(Options.Create(new JwtOptions { Secret = secret }), new StoppedClock(now));

    public static string Of(string header, string payload) => Of(Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes(payload));

    public static string Of(byte[] header, byte[] payload) => Signed($"{Encode(header)}.{Encode(payload)}");

    /// <summary>Appends the right MAC, whatever it is that is signed.</summary>
    public static string Signed(string headAndBody) => $"{headAndBody}.{Mac(headAndBody, Key)}";

    public static string SignedWith(byte[] key)
    {
        var headAndBody = Good[..Good.LastIndexOf('.')];
        return $"{headAndBody}.{Mac(headAndBody, key)}";
    }

    public static string WithHeader(string header) => Of(header, GoodPayload);

    public static string WithPayload(string payload) => Of(GoodHeader, payload);

    /// <summary>The good payload with one piece of its text exchanged.</summary>
    public static string Exchanging(string piece, string other)
    {
        Assert.Contains(piece, GoodPayload, StringComparison.Ordinal);
        return WithPayload(GoodPayload.Replace(piece, other, StringComparison.Ordinal));
    }

    public static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    private static string Mac(string text, byte[] key) => Encode(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
