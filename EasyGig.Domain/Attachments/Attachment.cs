using System.Security.Cryptography;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Files;

namespace EasyGig.Domain.Attachments;

/// <summary>What a file says about the day.</summary>
public enum AttachmentKind { TechRider, StagePlot, InputList, Contract, Poster, Other }

/// <summary>A file that one side of a booking gives to the others, and to nobody else. It is never changed.</summary>
public sealed class Attachment : Entity
{
    /// <summary>How many a booking has.</summary>
    public const int Most = 10;

    private Attachment() { }

    private Attachment(Booking booking, Party side, AttachmentKind kind, CleanFile file, string name, int place, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (BookingId, Side, Kind, Format, Name, Place, UploadedAt) = (booking.Id, side, kind, file.Format, name, place, now);
        (Bytes, Sha256) = (file.Bytes, SHA256.HashData(file.Bytes));
    }

    public Guid BookingId { get; private set; }

    /// <summary>Whose people may take it away again.</summary>
    public Party Side { get; private set; }
    public AttachmentKind Kind { get; private set; }
    public FileFormat Format { get; private set; }

    /// <summary>Pages and queries leave them where they are: a list needs no bytes.</summary>
    public byte[] Bytes { get; private set; } = [];
    public byte[] Sha256 { get; private set; } = [];

    /// <summary>What it is called when somebody keeps it; see <see cref="DownloadName"/>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>From 0, no two of a booking the same.</summary>
    public int Place { get; private set; }
    public DateTimeOffset UploadedAt { get; private set; }

    /// <param name="name">As the sender calls it.</param>
    public static (Attachment? Attachment, Refusal? Refusal) Give(
        Booking booking, Party side, AttachmentKind kind, CleanFile file, string name, int place, DateTimeOffset now)
    {
        if (!booking.Stands) return (null, AttachmentRefusals.Over);
        var attachment = new Attachment(booking, side, kind, file, DownloadName.Of(name, file.Format, Word.Of(kind)), place, now);
        attachment.Record(booking.That(FactKind.FileAttached, attachment.Name) with { From = side });
        return (attachment, null);
    }
}
