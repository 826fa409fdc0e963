namespace EasyGig.Web.Hosting.Health;

/// <summary>When a node is fit to serve, and how it leaves; read from <c>EasyGig:Health</c>.</summary>
internal sealed record HealthSettings
{
    /// <summary>How long a mail may wait beyond the moment at which it should have gone out.</summary>
    public TimeSpan MailOverdue { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a node that was asked to stop goes on serving, not ready any more, until nobody sends it anything. Development does not wait.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(5);
}
