namespace EasyGig.Domain.Artists;

public enum ArtistKind { Soloist, Band }

/// <summary>What an artist plays: their own songs, another act's show, or other people's songs.</summary>
public enum Category { Original, Tribute, Cover }
