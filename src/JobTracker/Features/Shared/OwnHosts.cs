using JobTracker.Features.Mail;

namespace JobTracker.Features.Shared;

/// <summary>Where this server is reached: by its configured address, and by the one that this request came to.</summary>
public sealed class OwnHosts(IHttpContextAccessor http, SiteLinks links)
{
    /// <summary>Names with their port, where that is not the usual one.</summary>
    public IReadOnlyList<string> All =>
        [
            .. new[] { http.HttpContext?.Request.Host.Value, links.AreKnown ? links.Home.Authority : null }
                .OfType<string>()
                .Where(host => host.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
}
