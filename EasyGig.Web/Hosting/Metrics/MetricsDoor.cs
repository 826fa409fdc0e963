using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace EasyGig.Web.Hosting.Metrics;

/// <summary>Who may read the metrics: programs on this machine, in a network that was named, or with the token.</summary>
internal sealed class MetricsDoor(IOptions<MetricsSettings> options)
{
    private const string Bearer = "Bearer ";
    private static readonly string[] Forwarded = ["X-Forwarded-", "X-Original-", "Forwarded", "Via"];

    private readonly IReadOnlyList<IPNetwork> _networks = Proxies.Read(options.Value.Networks, "EasyGig:Metrics:Networks");
    private readonly byte[]? _token = options.Value.Token is { Length: > 0 } token ? Hash(token) : null;

    public bool Opens(HttpContext context) => IsNear(context) || HasToken(context.Request.Headers.Authorization.ToString());

    /// <summary>What was forwarded comes from elsewhere, whoever its proxy is and whether or not it is trusted.</summary>
    private bool IsNear(HttpContext context)
    {
        if (context.Request.Headers.Keys.Any(name => Forwarded.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)))) return false;
        if (context.Connection.RemoteIpAddress is not { } address) return false;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return _networks.Any(network => network.Contains(address));
    }

    /// <summary>In a time that tells nothing of the token, nor of its length.</summary>
    private bool HasToken(string authorization) => _token is not null && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Hash(authorization[Bearer.Length..]), _token);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
