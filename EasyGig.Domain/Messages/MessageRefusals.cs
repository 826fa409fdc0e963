namespace EasyGig.Domain.Messages;

/// <summary>Every way a message can be refused.</summary>
public static class MessageRefusals
{
    public static readonly Refusal TextPresent = new("messages_text_present", "Text");

    /// <summary>The booking was rejected or cancelled.</summary>
    public static readonly Refusal Fallen = new("messages_fallen");

    /// <summary>The show was too long ago.</summary>
    public static readonly Refusal Over = new("messages_over");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [TextPresent, Fallen, Over];
}
