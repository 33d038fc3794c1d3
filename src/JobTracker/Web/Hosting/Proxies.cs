using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace JobTracker.Web.Hosting;

/// <summary>The proxies in front of the app (section <c>ForwardedHeaders</c>).</summary>
public sealed class ProxiesOptions
{
    public const string Section = "ForwardedHeaders";

    /// <summary>How many there are. 0 means none, and then nobody is believed about addresses.</summary>
    [Range(0, 10)]
    public int Limit { get; set; }
}

/// <summary>
/// Takes the client's address and scheme from as many entries of <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c>, counted from the
/// right, as there are proxies: those the proxies wrote. What stands further left came with the request, and anybody may have written it.
/// </summary>
public static class Proxies
{
    public static void UseProxies(this WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<IOptions<ProxiesOptions>>().Value.Limit;
        if (proxies == 0)
            return;
        var headers = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = proxies,
        };
        // A host's proxies have changing addresses; that nothing else reaches the app is the host's part.
        headers.KnownIPNetworks.Clear();
        headers.KnownProxies.Clear();
        app.UseForwardedHeaders(headers);
    }
}
