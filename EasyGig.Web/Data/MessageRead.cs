namespace EasyGig.Web.Data;

/// <summary>That somebody has seen a message that another wrote.</summary>
public sealed class MessageRead
{
    public required Guid MessageId { get; init; }
    public required Guid PersonId { get; init; }
}
