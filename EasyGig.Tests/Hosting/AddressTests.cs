using System.Net;
using System.Net.Sockets;
using EasyGig.Web.Hosting;

namespace EasyGig.Tests.Hosting;

public sealed class AddressTests
{
    [Fact]
    public void A_port_that_is_taken_gives_way_to_the_next()
    {
        using var first = Address.Bind(new IPEndPoint(IPAddress.Loopback, 15080));
        first.Listen();
        using var second = Address.Bind(new IPEndPoint(IPAddress.Loopback, PortOf(first)));
        Assert.InRange(PortOf(second), PortOf(first) + 1, PortOf(first) + 100);
    }

    [Fact]
    public void A_port_that_is_taken_on_the_other_loopback_gives_way_too()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "There is only one loopback here.");
        using var other = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        other.Listen();
        using var ours = Address.Bind(new IPEndPoint(IPAddress.Loopback, PortOf(other)));
        Assert.NotEqual(PortOf(other), PortOf(ours));
    }

    [Fact]
    public void It_is_shown_as_a_person_types_it() => Assert.Equal("http://localhost:5081", Address.Shown("http://127.0.0.1:5081"));

    private static int PortOf(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;
}
