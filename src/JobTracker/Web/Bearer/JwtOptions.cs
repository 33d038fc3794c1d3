using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace JobTracker.Web.Bearer;

/// <summary>The key of all access tokens: the setting <c>JWT_SECRET</c>. Changing it signs everybody out.</summary>
public sealed class JwtOptions
{
    /// <summary>The environment variable that holds it.</summary>
    public const string Setting = "JWT_SECRET";

    /// <summary>RFC 7518 §3.2 asks for a key at least as long as the hash: <see cref="SecretRule"/> asks for as much.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Changes when the secret changes, and tells nothing of it: it stands in cookies, so that a new secret ends them too.</summary>
    public string Fingerprint => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), "sign-ins"u8))[..16];

    /// <summary>Stops start-up with a sentence that names the setting.</summary>
    internal sealed class Rules : IValidateOptions<JwtOptions>
    {
        public ValidateOptionsResult Validate(string? name, JwtOptions options) =>
            SecretRule.Complaint(Setting, options.Secret) is { } complaint
                ? ValidateOptionsResult.Fail(complaint)
                : ValidateOptionsResult.Success;
    }
}
