namespace EasyGig.Web.Hosting.Metrics;

/// <summary>Who may read the metrics besides programs on the same machine; read from <c>EasyGig:Metrics</c>.</summary>
internal sealed record MetricsSettings
{
    /// <summary>The secret that a reader sends as <c>Authorization: Bearer …</c>.</summary>
    public string? Token { get; init; }

    /// <summary>Addresses and networks that need no token: <c>10.0.0.0/8</c>, divided by commas or spaces.</summary>
    public string? Networks { get; init; }
}
