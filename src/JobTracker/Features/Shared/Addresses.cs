using JobTracker.Features.Mail;

namespace JobTracker.Features.Shared;

/// <summary>Addresses of the site, for forms that lead back to where they stood and for what leaves it.</summary>
public static class Addresses
{
    /// <summary>Path and query of this request.</summary>
    public static string Here(this HttpContext http) => $"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}";

    /// <summary>The whole address of a path for the person who asked: where nobody has configured it, as that person reached the site.</summary>
    public static Uri AddressOf(this SiteLinks links, string path, HttpRequest request) =>
        links.AreKnown ? links.To(path) : new Uri($"{request.Scheme}://{request.Host}{path}");
}
