using System.Text;
using Microsoft.Extensions.Options;

namespace JobTracker.Web.Bearer;

/// <summary>The key of all access tokens: the setting <c>JWT_SECRET</c>. Changing it signs everybody out.</summary>
public sealed class JwtOptions
{
    /// <summary>The environment variable that holds it.</summary>
    public const string Setting = "JWT_SECRET";

    /// <summary>In UTF-8. RFC 7518 §3.2 asks for a key at least as long as the hash.</summary>
    public const int MinimumBytes = 32;

    public string Secret { get; set; } = "";

    /// <summary>Stops start-up with a sentence that names the setting.</summary>
    internal sealed class Rules : IValidateOptions<JwtOptions>
    {
        public ValidateOptionsResult Validate(string? name, JwtOptions options) =>
            Encoding.UTF8.GetByteCount(options.Secret) >= MinimumBytes
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"{Setting} must have at least {MinimumBytes} bytes; make one with: openssl rand -base64 48");
    }
}
