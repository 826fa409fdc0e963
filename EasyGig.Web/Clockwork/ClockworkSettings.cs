namespace EasyGig.Web.Clockwork;

/// <summary>Whether and how often this node looks at what is due, read from <c>EasyGig:Clockwork</c>.</summary>
public sealed record ClockworkSettings
{
    /// <summary>Where no node runs it, nothing that waits for its time comes.</summary>
    public bool Runs { get; init; } = true;

    /// <summary>How often it looks.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(5);
}
