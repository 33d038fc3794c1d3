using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace JobTracker.Features.Applications;

/// <summary>When two links are the same advert: scheme, www, a trailing slash, the fragment and what only tracks the visitor do not count.</summary>
public static class LinkKey
{
    private static readonly string[] Tracking =
    [
        "utm_",
        "gclid",
        "fbclid",
        "msclkid",
        "mc_cid",
        "mc_eid",
        "ref",
        "refid",
        "referrer",
        "src",
        "source",
        "trk",
        "trackingid",
        "origin",
        "lipi",
        "sid",
        "sessionid",
    ];

    /// <summary>Null when the text is no web address.</summary>
    public static string? Of(string? link)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return null;
        var host = address.IdnHost.ToLowerInvariant();
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host["www.".Length..] : host;
        var port = address.IsDefaultPort ? "" : $":{address.Port}";
        var query = QueryHelpers
            .ParseQuery(address.Query)
            .Where(pair => !IsTracking(pair.Key.ToLowerInvariant()))
            .SelectMany(pair => pair.Value, (pair, value) => $"{pair.Key}={value}")
            .Order(StringComparer.Ordinal);
        return $"{host}{port}{address.AbsolutePath.TrimEnd('/')}?{string.Join('&', query)}";
    }

    /// <summary>
    /// What the index of links holds: the first eight bytes of the key's SHA-256 as a number. Those of other links may be the same, so whoever
    /// finds one compares the keys. Zero where the text is no web address; null where there is no text.
    /// </summary>
    public static long? HashOf(string? link)
    {
        if (link is null)
            return null;
        return Of(link) is { } key ? BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key))) : 0;
    }

    private static bool IsTracking(string name) =>
        Tracking.Any(mark =>
            mark.EndsWith('_') ? name.StartsWith(mark, StringComparison.Ordinal) : string.Equals(name, mark, StringComparison.Ordinal)
        );
}
