using JobTracker.Features.Mail;

namespace JobTracker.Features.Transfer.Import;

/// <summary>Where this server, or the one that an old file comes from, is reached: browsers put it before links that have no scheme.</summary>
public sealed class OwnHosts(SiteLinks links)
{
    /// <param name="asked">As the request names the server.</param>
    public IReadOnlyCollection<string> Of(string? asked)
    {
        var hosts = new List<string>();
        if (!string.IsNullOrEmpty(asked))
            hosts.Add(asked);
        if (links.AreKnown)
            hosts.Add(links.Home.Authority);
        return hosts;
    }
}
