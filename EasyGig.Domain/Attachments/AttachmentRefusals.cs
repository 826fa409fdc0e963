namespace EasyGig.Domain.Attachments;

/// <summary>Every way a file of a booking can be refused. Those about its content name the file.</summary>
public static class AttachmentRefusals
{
    /// <summary>The booking fell or was played: what belongs to it stays as it is.</summary>
    public static readonly Refusal Over = new("attachments_over");
    public static readonly Refusal None = new("attachments_none", "File");

    /// <summary>It is none of the kinds that are taken, whatever it is called.</summary>
    public static readonly Refusal Unknown = new("attachments_unknown", "File");

    /// <summary>It begins like a file that is taken, and does not go on like one to its end.</summary>
    public static readonly Refusal Damaged = new("attachments_damaged", "File");

    /// <summary>A PDF that does something, or carries other files.</summary>
    public static readonly Refusal Active = new("attachments_active", "File");
    public static readonly Refusal Dimensions = new("attachments_dimensions", "File");

    /// <summary>More was sent than is read.</summary>
    public static readonly Refusal TooMuch = new("attachments_too_much", "File");

    public static readonly Refusal Size = new("attachments_size", "File");
    public static readonly Refusal Count = new("attachments_count", "File");

    // what only another program than this could try
    private static readonly Refusal Format = new("attachments_format"), Name = new("attachments_name"), AsRead = new("attachments_as_read");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [Size, Count, Format, Name, AsRead];
}
