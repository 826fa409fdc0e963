namespace EasyGig.Domain.Files;

/// <summary>Whose a file is: a venue's or an artist's.</summary>
public readonly record struct FileOwner(Guid? VenueId, Guid? ArtistId)
{
    public static FileOwner Venue(Guid id) => new(id, null);

    public static FileOwner Artist(Guid id) => new(null, id);
}

/// <summary>A photo or a track that its owner shows to everybody.</summary>
public sealed class StoredFile : Entity
{
    private StoredFile() { }

    /// <param name="title">What a photo shows, for those who do not see it, or what a track is called; may be empty.</param>
    /// <param name="position">From 0, among the owner's files of that kind.</param>
    public StoredFile(FileOwner owner, CleanFile file, string title, int position, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (VenueId, ArtistId) = (owner.VenueId, owner.ArtistId);
        (Kind, Format, Width, Height, Seconds) = (file.Kind, file.Format, file.Width, file.Height, file.Seconds);
        (Title, Position, UploadedAt, Content) = (title, position, now, new FileContent(file.Bytes));
    }

    public Guid? VenueId { get; private set; }
    public Guid? ArtistId { get; private set; }
    public FileKind Kind { get; private set; }
    public FileFormat Format { get; private set; }
    public int? Width { get; private set; }
    public int? Height { get; private set; }
    public int? Seconds { get; private set; }
    public string Title { get; private set; } = "";
    public int Position { get; private set; }
    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>Loaded only when it is asked for: lists need no bytes.</summary>
    public FileContent? Content { get; private set; }

    public void Rename(string title) => Title = title;

    public void Place(int position) => Position = position;
}
