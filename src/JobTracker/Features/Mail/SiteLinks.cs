using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Mail;

/// <summary>
/// Addresses of the site for what leaves it: mails, calendars. They come from <c>Public__BaseUrl</c> alone, because whoever sends a request
/// chooses its Host header. Development, where that may be missing, uses the address that the server itself listens on.
/// </summary>
public sealed class SiteLinks(IOptions<SiteOptions> options, IHostEnvironment environment, IServer server)
{
    private const string Nowhere = "http://localhost";

    /// <summary>False when nobody has said how the site is reached.</summary>
    public bool AreKnown => !string.IsNullOrEmpty(options.Value.BaseUrl) || environment.IsDevelopment();

    /// <summary>The site's front door.</summary>
    public Uri Home =>
        options.Value.BaseUrl is { Length: > 0 } configured ? new Uri(configured)
        : environment.IsDevelopment() ? new Uri(Own())
        : throw new InvalidOperationException($"{SiteOptions.Setting} is not set: ask {nameof(AreKnown)} first.");

    /// <param name="path">From the root, with its query: <c>/account/reset?token=…</c>.</param>
    public Uri To(string path) => new(Home, path);

    private string Own()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? Nowhere;
        return BindingAddress.Parse(address) is var own && own.Host is "*" or "+" or "0.0.0.0" or "[::]"
            ? $"{own.Scheme}://localhost:{own.Port}"
            : address;
    }
}
