using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Coach.Providers;

/// <summary>What the settings of a provider may be, and the shape that every key has.</summary>
internal static partial class ProviderSettings
{
    /// <summary>True for what may be sent in a header as a key: visible characters, as many as keys have.</summary>
    public static bool IsKey(string text) => KeyShape().IsMatch(text);

    public static ValidateOptionsResult Check(params string?[] complaints) =>
        complaints.OfType<string>().ToArray() is { Length: > 0 } found ? ValidateOptionsResult.Fail(found) : ValidateOptionsResult.Success;

    public static string? Model(string setting, string model) =>
        ModelShape().IsMatch(model) ? null : $"{setting} must be the name of a model: letters, digits, points and hyphens.";

    public static string? Address(string setting, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsNear(uri)))
        && uri is { Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0 }
            ? null
            : $"{setting} must be an address that begins with https:// (http:// only on this machine or a private network).";

    public static string? Key(string setting, string? key) =>
        string.IsNullOrEmpty(key) || IsKey(key)
            ? null
            : $"{setting} does not look like a key: 16 to 300 visible characters without spaces.";

    /// <summary>A key and what people write about themselves do not cross the open network in clear. A name without points is a neighbour in a container network.</summary>
    private static bool IsNear(Uri uri) =>
        uri.IsLoopback || !uri.Host.Contains('.', StringComparison.Ordinal) || (IPAddress.TryParse(uri.Host, out var ip) && IsPrivate(ip));

    private static bool IsPrivate(IPAddress ip) => ip.GetAddressBytes() is [10, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..];

    [GeneratedRegex(@"^[\x21-\x7e]{16,300}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyShape();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ModelShape();
}
