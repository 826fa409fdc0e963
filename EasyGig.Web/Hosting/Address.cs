using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace EasyGig.Web.Hosting;

/// <summary>Port 5080, else the next free one. An address that was asked for (ASPNETCORE_URLS and its like) is left as it is,
/// and fails when it is taken.</summary>
internal static class Address
{
    internal const int Preferred = 5080;

    private const int Tried = 100;
    private static readonly string[] Asked = ["urls", "http_ports", "https_ports"];

    public static void UseFirstFreePort(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (Asked.Any(key => configuration[key] is { Length: > 0 }) || configuration.GetSection("Kestrel:Endpoints").Exists()) return;
        builder.WebHost.UseUrls($"http://127.0.0.1:{Preferred}");
        builder.Services.Configure<SocketTransportOptions>(options => options.CreateBoundListenSocket = Bind);
    }

    /// <summary>Prints where the site is, once it has started.</summary>
    public static void Announce(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>() is { } at)
            Console.WriteLine($"EasyGig is at {string.Join(' ', at.Addresses.Select(Shown))}");
    }

    /// <summary>What a person types: localhost, which unlike 127.0.0.1 may also be the home of a passkey.</summary>
    internal static string Shown(string url) => url.Replace("//127.0.0.1:", "//localhost:", StringComparison.Ordinal);

    /// <summary>Kestrel listens on the very socket that was bound here, so nobody can take the port in between.</summary>
    internal static Socket Bind(EndPoint endpoint)
    {
        if (endpoint is not IPEndPoint { Port: > 0 } wanted) return SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        for (var port = wanted.Port; ; port++)
        {
            try
            {
                // localhost may mean either loopback: a program that has only the other one would answer in our place
                if (IsTaken(new(IPAddress.IPv6Loopback, port))) throw new SocketException((int)SocketError.AddressAlreadyInUse);
                return SocketTransportOptions.CreateDefaultBoundListenSocket(new IPEndPoint(wanted.Address, port));
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse && port < wanted.Port + Tried) { }
        }
    }

    private static bool IsTaken(IPEndPoint endpoint)
    {
        if (!Socket.OSSupportsIPv6) return false;
        using var probe = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try { probe.Bind(endpoint); }
        catch (SocketException e) { return e.SocketErrorCode == SocketError.AddressAlreadyInUse; }
        return false;
    }
}
