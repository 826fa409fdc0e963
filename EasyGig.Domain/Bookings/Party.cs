namespace EasyGig.Domain.Bookings;

/// <summary>A side of a booking: who plays, where, and the organisation that reviews it, where there is one.</summary>
public enum Party { Artist, Venue, Promoter }
