using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace EasyGig.Web.Hosting;

/// <summary>The proxies before the site, which end its TLS: addresses and networks in <c>EasyGig:Proxies</c>, divided by commas or
/// spaces. What they say of a client counts; what anybody else says does not.</summary>
internal static class Proxies
{
    private const string Setting = "EasyGig:Proxies";

    public static void UseProxies(this WebApplication app)
    {
        var proxies = Read(app.Configuration[Setting], Setting);
        if (proxies.Count == 0) return; // the framework would read "none" as "everybody"
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownIPNetworks.Add(proxy);
        app.UseForwardedHeaders(options);
    }

    /// <exception cref="InvalidOperationException">A part is neither an address nor a network; the message is for whoever runs the site.</exception>
    internal static IReadOnlyList<IPNetwork> Read(string? text, string setting) =>
        [.. (text ?? "").Split([',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => ReadOne(part, setting))];

    private static IPNetwork ReadOne(string text, string setting) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new InvalidOperationException($"{setting}: \"{text}\" is neither an address nor a network such as 10.0.0.0/8.");
}
