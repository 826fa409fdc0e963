using System.Net;
using EasyGig.Web.Hosting;

namespace EasyGig.Tests.Hosting;

public sealed class NetworkOfTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64")]
    [InlineData("fe80::1%3", "fe80::/64")]
    public void R1_limits_count_an_ipv4_address_and_an_ipv6_network(string address, string network) =>
        Assert.Equal(network, NetworkOf.Client(IPAddress.Parse(address)));

    [Fact]
    public void Where_the_server_knows_no_address_there_is_one_network_for_all() => Assert.Equal("", NetworkOf.Client(null));
}
