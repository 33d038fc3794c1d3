using Microsoft.Extensions.Options;

namespace JobTracker.Web.Hosting;

/// <summary>How large and how slow a request may be.</summary>
public static class KestrelLimits
{
    private const long MostBody = 1024 * 1024;
    private const int MostHeaderBytes = 16 * 1024;
    private static readonly TimeSpan Headers = TimeSpan.FromSeconds(10);

    /// <summary>No answer takes longer, apart from the few endpoints that say so.</summary>
    public static readonly TimeSpan Request = TimeSpan.FromSeconds(10);

    /// <summary>Time for a file to come or go, over a slow line too: the policy <see cref="Transfers.Policy"/>.</summary>
    public static readonly TimeSpan Transfer = TimeSpan.FromMinutes(5);

    public static void Apply(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddHostedService<Farewell>()
            .AddOptions<HostOptions>()
            .Configure(
                (HostOptions host, IOptions<ShutdownOptions> own, IOptions<ProxiesOptions> proxies) =>
                    host.ShutdownTimeout = Farewell.Most(own.Value, proxies.Value)
            );
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBody;
            kestrel.Limits.MaxRequestHeadersTotalSize = MostHeaderBytes;
            kestrel.Limits.RequestHeadersTimeout = Headers;
        });
    }
}
