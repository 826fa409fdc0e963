namespace EasyGig.Domain.Files;

/// <summary>Reads what somebody sends by its content alone: neither its name nor what a browser says of it counts.</summary>
public static class FileCheck
{
    public const int LargestPhoto = 5 << 20, LargestTrack = 15 << 20;

    private const int LeastSide = 200, MostSide = 8000;

    /// <summary>What will be kept of a file, or why nothing. Nothing is decoded: a picture that would unfold to gigabytes is known by
    /// its dimensions.</summary>
    /// <param name="name">What the sender calls it; for the refusal.</param>
    public static (CleanFile? File, Refusal? Refusal) Photo(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length > LargestPhoto) return (null, FileRefusals.PhotoSize.About(name));
        CleanFile? clean;
        if (Jpeg.Begins(bytes)) clean = Jpeg.Read(bytes);
        else if (Png.Begins(bytes)) clean = Png.Read(bytes);
        else if (WebP.Begins(bytes)) clean = WebP.Read(bytes);
        else return (null, FileRefusals.PhotoUnknown.About(name));
        return clean switch
        {
            null => (null, FileRefusals.PhotoDamaged.About(name)),
            { Width: >= LeastSide and <= MostSide, Height: >= LeastSide and <= MostSide } => (clean, null),
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
}
