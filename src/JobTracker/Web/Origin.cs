namespace JobTracker.Web;

/// <summary>Scheme, name and port of a site (RFC 6454), as settings give it.</summary>
public static class Origin
{
    /// <summary>Whether an address names a site and nothing within it: no path beside <c>/</c>, no query, no user.</summary>
    public static bool IsOne(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri is { AbsolutePath: "/", Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0, Host.Length: > 0 };

    /// <summary>As a browser writes it in <c>Origin</c>: lower case, without the usual port and the last slash.</summary>
    public static string Canonical(string address) => new Uri(address).GetLeftPart(UriPartial.Authority);
}
