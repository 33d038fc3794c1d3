namespace JobTracker.Features.Coach.Providers;

/// <summary>The connections to providers. They live as long as the app; only keys differ from person to person, and those go with each request.</summary>
public sealed class ProviderHttp : IDisposable
{
    /// <summary>Without limits of its own: how long to wait for what is known where answers are read.</summary>
    public HttpClient Client { get; } =
        new(
            new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                // A reply that is given up is not read to its end: the provider shall notice at once, and stop.
                ResponseDrainTimeout = TimeSpan.Zero,
                AllowAutoRedirect = false,
                UseCookies = false,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    public void Dispose() => Client.Dispose();
}
