using System.Net;
using System.Net.Sockets;

namespace EasyGig.Web.Hosting;

/// <summary>Where a request comes from, as limits count it.</summary>
internal static class NetworkOf
{
    extension(HttpContext context)
    {
        /// <summary>The client's address; of IPv6 the network of 64 bits, as whoever has one has all of its addresses.
        /// <c>192.0.2.7</c>, <c>2001:db8:1:2::/64</c>; empty where the server knows none.</summary>
        public string ClientNetwork => Client(context.Connection.RemoteIpAddress);
    }

    internal static string Client(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => $"{address.MapToIPv4()}",
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"{new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]])}/64",
        _ => $"{address}",
    };
}
