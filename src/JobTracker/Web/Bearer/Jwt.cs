using System.Text;
using System.Text.Json;
using JobTracker.Kernel;
using Microsoft.Extensions.Options;

namespace JobTracker.Web.Bearer;

/// <summary>What a verified token says. It does not say whether the sign-in behind it still stands.</summary>
public sealed record TokenClaims(UserId User, Guid SignIn, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt);

/// <summary>A fresh token, for the person's eyes only, and the end of its life.</summary>
public sealed record IssuedToken(string Value, DateTimeOffset ExpiresAt);

/// <summary>Issues and verifies the API's access tokens: JSON Web Tokens (RFC 7519) in the one form that <see cref="Jws"/> knows.</summary>
public sealed class Jwt(IOptions<JwtOptions> options, TimeProvider clock)
{
    /// <summary>How long a token of ours lives.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>No token that claims to live longer is believed, even signed with our key.</summary>
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(31);

    /// <summary>By how much two machines' clocks may differ (RFC 7519 §4.1.4).</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    private const string Issuer = "jobtracker";
    private const string Audience = "jobtracker-api";

    /// <summary>
    /// Exactly these claims. During a rolling update old and new processes read each other's tokens: accept a new claim in one release,
    /// write it in the next.
    /// </summary>
    private sealed record Payload(string Iss, string Aud, Guid Sub, Guid Sid, long Iat, long Nbf, long Exp);

    private readonly byte[] key = Encoding.UTF8.GetBytes(options.Value.Secret);

    /// <summary>A token for a sign-in that has just been made.</summary>
    public IssuedToken Create(UserId user, Guid signIn)
    {
        var now = clock.GetUtcNow();
        var (issued, expires) = (now.ToUnixTimeSeconds(), (now + Lifetime).ToUnixTimeSeconds());
        var payload = new Payload(Issuer, Audience, user.Value, signIn, issued, issued, expires);
        var token = Jws.Sign(JsonSerializer.SerializeToUtf8Bytes(payload, Jws.Strict), key);
        return new IssuedToken(token, DateTimeOffset.FromUnixTimeSeconds(expires));
    }

    /// <summary>What the token says, or null if it is not ours, not now, or not exactly in our form. Never throws, whatever the token.</summary>
    public TokenClaims? Verify(string token)
    {
        if (Jws.Open(token, key) is not { } json || Jws.Read<Payload>(json) is not { Iss: Issuer, Aud: Audience } payload)
            return null;
        if (payload.Sub == Guid.Empty || payload.Sid == Guid.Empty || !IsCurrent(payload))
            return null;
        return new TokenClaims(
            new UserId(payload.Sub),
            payload.Sid,
            DateTimeOffset.FromUnixTimeSeconds(payload.Iat),
            DateTimeOffset.FromUnixTimeSeconds(payload.Exp)
        );
    }

    private bool IsCurrent(Payload payload)
    {
        var (now, skew) = (clock.GetUtcNow().ToUnixTimeSeconds(), (long)Skew.TotalSeconds);
        var begun = payload.Iat <= now + skew && payload.Nbf <= now + skew;
        var notOver = payload.Exp > now - skew && payload.Exp > payload.Nbf;
        // Iat is bounded from below first, or the subtraction could overflow.
        var shortEnough = payload.Iat >= 0 && payload.Exp > payload.Iat && payload.Exp - payload.Iat <= LongestLifetime.TotalSeconds;
        return begun && notOver && shortEnough && payload.Nbf >= 0;
    }
}
