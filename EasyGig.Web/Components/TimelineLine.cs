namespace EasyGig.Web.Components;

/// <summary>One thing that happened, in the reader's words.</summary>
/// <param name="Quote">What a person gave as the reason, in theirs.</param>
/// <param name="State">Where it stands now, for what goes on by itself, such as a mail.</param>
public sealed record TimelineLine(DateTimeOffset At, string Text, string? Quote = null, Enum? State = null);
