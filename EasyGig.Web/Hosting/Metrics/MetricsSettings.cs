using System.Net;

namespace EasyGig.Web.Hosting.Metrics;

/// <summary>Who may read the metrics besides programs on the same machine; read from <c>EasyGig:Metrics</c>.</summary>
internal sealed record MetricsSettings
{
    /// <summary>The secret that a reader sends as <c>Authorization: Bearer …</c>.</summary>
    public string? Token { get; init; }

    /// <summary>Networks whose machines need no token: <c>10.0.0.0/8</c>, several parted by commas.</summary>
    public string Networks { get; init; } = "";

    public IEnumerable<IPNetwork> Near => Networks.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(IPNetwork.Parse);
}
