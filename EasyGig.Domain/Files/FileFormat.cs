namespace EasyGig.Domain.Files;

/// <summary>What a file is for: to be seen, heard or read.</summary>
public enum FileKind { Photo, Track, Document }

/// <summary>How a file is written.</summary>
public enum FileFormat { Jpeg, Png, Webp, Mp3, Opus, Pdf, Text }

/// <summary>A file that was walked from its first byte to its last: it holds what is shown or played, and nothing else.</summary>
/// <param name="Bytes">As it is served; without where and by whom it was made, and without what followed its end.</param>
public sealed record CleanFile(FileFormat Format, byte[] Bytes)
{
    /// <summary>Of a photo as it is shown, px.</summary>
    public int? Width { get; init; }
    public int? Height { get; init; }

    /// <summary>Of a track, at least 1.</summary>
    public int? Seconds { get; init; }

    public FileKind Kind => Format switch
    {
        FileFormat.Jpeg or FileFormat.Png or FileFormat.Webp => FileKind.Photo,
        FileFormat.Mp3 or FileFormat.Opus => FileKind.Track,
        FileFormat.Pdf or FileFormat.Text => FileKind.Document,
    };
}
