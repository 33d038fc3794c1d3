using System.Net;
using JobTracker.Web;
using Microsoft.AspNetCore.Http;

namespace JobTracker.Tests.Web;

public sealed class ClientNetworkTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    [InlineData("fe80::1%2", "fe80::/64")]
    [InlineData("::1", "::/64")]
    public void An_IPv4_address_counts_alone_and_an_IPv6_address_with_its_64(string address, string network)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        Assert.Equal(network, ClientNetwork.Of(context));
    }

    [Fact]
    public void Headers_are_not_believed()
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse("192.0.2.7") } };
        context.Request.Headers["X-Forwarded-For"] = "203.0.113.9";
        context.Request.Headers["Forwarded"] = "for=203.0.113.9";
        context.Request.Headers["X-Real-IP"] = "203.0.113.9";
        Assert.Equal("192.0.2.7", ClientNetwork.Of(context));
    }

    [Fact]
    public void A_connection_without_an_address_has_a_place_too() =>
        Assert.Equal("255.255.255.255", ClientNetwork.Of(new DefaultHttpContext()));
}
