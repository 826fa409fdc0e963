namespace EasyGig.Domain;

/// <summary>The two that negotiate.</summary>
public enum Side { Artist, Venue }
