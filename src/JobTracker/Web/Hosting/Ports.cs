using System.Globalization;
using System.Net;

namespace JobTracker.Web.Hosting;

/// <summary>Where the app listens: <c>ASPNETCORE_URLS</c>, else the <c>PORT</c> that hosts such as Render give, else <c>ASPNETCORE_HTTP_PORTS</c>.</summary>
public static class Ports
{
    private const string Setting = "PORT";
    private const string FrameworkPorts = "http_ports";

    /// <summary>Lets <c>PORT</c> stand in the place of the framework's own setting.</summary>
    /// <exception cref="StartupException">It is not a port.</exception>
    public static void UsePort(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Setting] is not { Length: > 0 } given)
            return;
        if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is 0 or > IPEndPoint.MaxPort)
            throw new StartupException($"{Setting} must be a whole number from 1 to {IPEndPoint.MaxPort}.");
        builder.WebHost.UseSetting(FrameworkPorts, given);
    }
}
