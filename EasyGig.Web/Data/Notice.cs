using EasyGig.Domain.Facts;

namespace EasyGig.Web.Data;

/// <summary>What a person was told inside EasyGig.</summary>
public sealed class Notice
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required FactKind Fact { get; init; }

    /// <summary>One sentence, in the person's language.</summary>
    public required string Text { get; init; }

    /// <summary>A path of this site.</summary>
    public required string Link { get; init; }

    /// <summary>The booking that it is about, where its reader is told by no mail.</summary>
    public Guid? BookingId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ReadAt { get; set; }
}
