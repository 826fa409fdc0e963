namespace EasyGig.Domain.Files;

/// <summary>Every way a file can be refused. Those about its content name the file.</summary>
public static class FileRefusals
{
    public static readonly Refusal NoPhoto = new("files_photo_missing", "Photos");
    public static readonly Refusal NoTrack = new("files_track_missing", "Tracks");

    /// <summary>It is none of the kinds that are taken, whatever it is called.</summary>
    public static readonly Refusal PhotoUnknown = new("files_photo_unknown", "Photos");
    public static readonly Refusal TrackUnknown = new("files_track_unknown", "Tracks");

    /// <summary>It begins like a file that is taken, and does not go on like one to its end.</summary>
    public static readonly Refusal PhotoDamaged = new("files_photo_damaged", "Photos");
    public static readonly Refusal TrackDamaged = new("files_track_damaged", "Tracks");

    public static readonly Refusal PhotoSize = new("files_photo_size", "Photos");
    public static readonly Refusal TrackSize = new("files_track_size", "Tracks");
    public static readonly Refusal PhotoDimensions = new("files_photo_dimensions", "Photos");
    public static readonly Refusal TrackDuration = new("files_track_duration", "Tracks");
    public static readonly Refusal VenuePhotos = new("files_venue_photos_count", "Photos");
    public static readonly Refusal ArtistPhotos = new("files_artist_photos_count", "Photos");
    public static readonly Refusal ArtistTracks = new("files_artist_tracks_count", "Tracks");

    /// <summary>More was sent at once than is read.</summary>
    public static readonly Refusal TooMuch = new("files_too_much");

    // what only another program than this could try
    private static readonly Refusal OneOwner = new("files_one_owner"), FormatOfKind = new("files_format_of_kind"), AsRead = new("files_as_read");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase =
        [PhotoSize, TrackSize, PhotoDimensions, TrackDuration, VenuePhotos, ArtistPhotos, ArtistTracks, OneOwner, FormatOfKind, AsRead];
}
