using System.Net;
using System.Net.Sockets;

namespace JobTracker.Web;

/// <summary>The unit that limits by address count: an IPv4 address, or an IPv6 /64, which one customer has to himself.</summary>
public static class ClientNetwork
{
    private const int PrefixBytes = 8;

    /// <summary>As the trusted proxies report it; the header alone is never believed.</summary>
    public static string Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, PrefixBytes, bytes.Length - PrefixBytes);
        return $"{new IPAddress(bytes)}/64";
    }
}
