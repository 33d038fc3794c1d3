using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace JobTracker.Features.Applications;

/// <summary>When two links are the same advert: scheme, www, a trailing slash, the fragment and what only tracks the visitor do not count.</summary>
public static partial class LinkKey
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

    /// <summary>A part of a key that every link with that key holds as it stands there: the longest run of plain letters and digits behind the host. Empty where there is none.</summary>
    public static string LongestPiece(string? key)
    {
        var path = key?.IndexOf('/', StringComparison.Ordinal) is { } slash and >= 0 ? key[slash..] : "";
        // What is escaped may be written in another way.
        return path.Contains('%', StringComparison.Ordinal)
            ? ""
            : Runs().Matches(path).Select(run => run.Value).MaxBy(run => run.Length) ?? "";
    }

    [GeneratedRegex("[A-Za-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Runs();

    private static bool IsTracking(string name) =>
        Tracking.Any(mark =>
            mark.EndsWith('_') ? name.StartsWith(mark, StringComparison.Ordinal) : string.Equals(name, mark, StringComparison.Ordinal)
        );
}
