namespace EasyGig.Domain.BusyTimes;

/// <summary>When an artist cannot play, as its members say. Only when is kept, never why.</summary>
public sealed class BusyTime : Entity
{
    public const int SourceLength = 80, UidLength = 255;

    /// <summary>An artist has so many at most.</summary>
    public const int Most = 5000;

    private BusyTime() { }

    /// <param name="source">The calendar that it came from; empty where somebody typed it.</param>
    /// <param name="uid">What it is called there.</param>
    public BusyTime(Guid artistId, Period time, string source, string uid) =>
        (Id, ArtistId, Time, Source, Uid) = (Guid.CreateVersion7(), artistId, time, source.Cut(SourceLength), uid.Cut(UidLength));

    public Guid ArtistId { get; private set; }
    public Period Time { get; private set; }
    public string Source { get; private set; } = "";
    public string Uid { get; private set; } = "";
}
