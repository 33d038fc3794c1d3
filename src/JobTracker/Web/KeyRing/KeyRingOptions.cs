using Microsoft.Extensions.Options;

namespace JobTracker.Web.KeyRing;

/// <summary>What seals the key ring: the setting <c>DATA_PROTECTION_SECRET</c>, one secret or several separated by semicolons.</summary>
public sealed class KeyRingOptions
{
    /// <summary>The environment variable that holds them.</summary>
    public const string Setting = "DATA_PROTECTION_SECRET";

    /// <summary>The newest first: it seals new keys. The others only open what they have sealed, so they stay while such keys exist.</summary>
    public IReadOnlyList<string> Secrets { get; set; } = [];

    internal static IReadOnlyList<string> Split(string? setting) =>
        (setting ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Stops start-up with a sentence that names the setting.</summary>
    internal sealed class Rules : IValidateOptions<KeyRingOptions>
    {
        public ValidateOptionsResult Validate(string? name, KeyRingOptions options) =>
            options.Secrets.DefaultIfEmpty("").Select(secret => SecretRule.Complaint(Setting, secret)).OfType<string>().FirstOrDefault()
                is { } complaint
                ? ValidateOptionsResult.Fail(complaint)
                : ValidateOptionsResult.Success;
    }
}
