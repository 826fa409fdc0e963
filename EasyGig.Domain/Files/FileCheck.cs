using EasyGig.Domain.Attachments;

namespace EasyGig.Domain.Files;

/// <summary>Reads what somebody sends by its content alone: neither its name nor what a browser says of it counts.</summary>
public static class FileCheck
{
    public const int LargestPhoto = 5 << 20, LargestTrack = 15 << 20, LargestDocument = 10 << 20;

    private const int LeastSide = 200, MostSide = 8000, MostSideOfDocument = 16_000;

    /// <summary>What will be kept of a file, or why nothing. Nothing is decoded: a picture that would unfold to gigabytes is known by
    /// its dimensions.</summary>
    /// <param name="name">What the sender calls it; for the refusal.</param>
    public static (CleanFile? File, Refusal? Refusal) Photo(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length > LargestPhoto) return (null, FileRefusals.PhotoSize.About(name));
        if (!IsPicture(bytes)) return (null, FileRefusals.PhotoUnknown.About(name));
        return Picture(bytes) switch
        {
            null => (null, FileRefusals.PhotoDamaged.About(name)),
            { Width: >= LeastSide and <= MostSide, Height: >= LeastSide and <= MostSide } clean => (clean, null),
            _ => (null, FileRefusals.PhotoDimensions.About(name)),
        };
    }

    /// <inheritdoc cref="Photo"/>
    public static (CleanFile? File, Refusal? Refusal) Track(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length > LargestTrack) return (null, FileRefusals.TrackSize.About(name));
        CleanFile? clean;
        if (Opus.Begins(bytes)) clean = Opus.Read(bytes);
        else if (Mp3.Begins(bytes)) clean = Mp3.Read(bytes);
        else return (null, FileRefusals.TrackUnknown.About(name));
        return clean switch
        {
            null => (null, FileRefusals.TrackDamaged.About(name)),
            { Seconds: > 0 } => (clean, null),
            _ => (null, FileRefusals.TrackDuration.About(name)),
        };
    }

    /// <inheritdoc cref="Photo"/>
    /// <remarks>What the sides of a booking give each other: pictures of any size that a screen can show, PDF, plain text.</remarks>
    public static (CleanFile? File, Refusal? Refusal) Document(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length > LargestDocument) return (null, AttachmentRefusals.Size.About(name));
        if (Pdf.Begins(bytes) && Pdf.Acts(bytes)) return (null, AttachmentRefusals.Active.About(name));
        if (!Pdf.Begins(bytes) && !IsPicture(bytes))
            return PlainText.Read(bytes) is { } text ? (text, null) : (null, AttachmentRefusals.Unknown.About(name));
        return (Pdf.Begins(bytes) ? Pdf.Read(bytes) : Picture(bytes)) switch
        {
            null => (null, AttachmentRefusals.Damaged.About(name)),
            { Width: 0 or > MostSideOfDocument } or { Height: 0 or > MostSideOfDocument } => (null, AttachmentRefusals.Dimensions.About(name)),
            { } clean => (clean, null),
        };
    }

    private static bool IsPicture(ReadOnlySpan<byte> bytes) => Jpeg.Begins(bytes) || Png.Begins(bytes) || WebP.Begins(bytes);

    private static CleanFile? Picture(ReadOnlySpan<byte> bytes) => Jpeg.Begins(bytes) ? Jpeg.Read(bytes) : Png.Begins(bytes) ? Png.Read(bytes) : WebP.Read(bytes);
}
