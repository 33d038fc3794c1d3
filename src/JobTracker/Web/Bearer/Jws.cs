using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace JobTracker.Web.Bearer;

/// <summary>
/// A JSON Web Signature in its compact form (RFC 7515 §3.1), of one kind only: HMAC-SHA256 (RFC 7518 §3.2) under a header that says
/// exactly <c>alg</c> and <c>typ</c>. With no other algorithm, key or header to choose, nothing can be confused for another.
/// </summary>
public static class Jws
{
    /// <summary>In characters. Ours have about 380; a longer one is refused unread.</summary>
    public const int MaxLength = 2048;

    private static readonly string Head = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private sealed record Header(string Alg, string Typ);

    /// <summary>
    /// How header and claims are written and read: no unknown, missing, null, doubled or differently-cased member, and no number in
    /// quotes. Nothing is nested; the writer counts a member as the second level.
    /// </summary>
    internal static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        MaxDepth = 2,
    };

    /// <summary>Signs <paramref name="payload"/> as it is.</summary>
    public static string Sign(ReadOnlySpan<byte> payload, byte[] key)
    {
        var signed = $"{Head}.{Base64Url.EncodeToString(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(Mac(signed, key))}";
    }

    /// <summary>The payload, or null unless the token is exactly what this key has signed. Never throws, whatever the token.</summary>
    public static byte[]? Open(string token, byte[] key)
    {
        if (token.Length > MaxLength || token.Split('.') is not [var head, var body, var signature])
            return null;
        if (Decode(head) is not { } header || Decode(body) is not { } payload || Decode(signature) is not { } mac)
            return null;

        // Before any JSON: only what we signed ourselves reaches the parser.
        var genuine = CryptographicOperations.FixedTimeEquals(mac, Mac($"{head}.{body}", key));
        return genuine && Read<Header>(header) is { Alg: "HS256", Typ: "JWT" } ? payload : null;
    }

    /// <summary>One flat JSON object, read strictly; null if it is anything else.</summary>
    internal static T? Read<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        // We never write an escape, and an escaped name is the usual way past a check on names.
        if (json.Contains((byte)'\\'))
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(json, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Mac(string signed, byte[] key) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed));

    /// <summary>Base64url as RFC 7515 §2 has it: the decoder forgives padding, white space and stray last bits, so the way back must agree.</summary>
    private static byte[]? Decode(string text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        var canonical =
            Base64Url.DecodeFromChars(text, bytes, out _, out var length) == OperationStatus.Done
            && string.Equals(Base64Url.EncodeToString(bytes.AsSpan(0, length)), text, StringComparison.Ordinal);
        return canonical ? bytes[..length] : null;
    }
}
