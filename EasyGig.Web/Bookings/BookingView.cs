using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Ratings;

namespace EasyGig.Web.Bookings;

/// <summary>One booking as one person may see it.</summary>
public sealed record BookingView
{
    public required Booking Booking { get; init; }
    public required string Artist { get; init; }
    public required string ArtistSlug { get; init; }
    public required string Venue { get; init; }
    public required string VenueSlug { get; init; }
    public required string Stage { get; init; }
    public required string Address { get; init; }
    public required string City { get; init; }
    public required string TimeZone { get; init; }

    /// <summary>The organisation that reviews it; null where the director's word is the last.</summary>
    public required string? Promoter { get; init; }

    public required bool IsArtist { get; init; }
    public required bool IsDirector { get; init; }
    public required bool IsPromoter { get; init; }

    /// <summary>Whether the promoter approved it, and not the director in their place.</summary>
    public required bool IsReviewed { get; init; }

    /// <summary>How its day goes; null as long as nobody has said so.</summary>
    public required RunOfShow? Day { get; init; }

    /// <summary>How many other artists still wait for the slot.</summary>
    public required int Rivals { get; init; }

    /// <summary>What the sides think of each other; at most one rating of each.</summary>
    public required IReadOnlyList<Rating> Ratings { get; init; }

    /// <summary>How many messages the person has not read yet.</summary>
    public required int Unread { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>The two sides get to know each other's addresses once the booking was confirmed, and keep them if it falls later.</summary>
    public bool ShowsContacts => Booking.ConfirmedAt is not null;

    /// <summary>Whether the person may know who is on a side. A promoter who had no part in the booking stays out of it.</summary>
    public bool ShowsPeopleOf(Party side) => IsOf(side) || ShowsContacts && (side is not Party.Promoter || IsReviewed);

    /// <summary>Who somebody of a side is, as far as the person may know: <c>Ada Rossi (Zenith Trio)</c>, or the side alone.</summary>
    public string Who(Party side, string name) => ShowsPeopleOf(side) && name != NameOf(side) ? $"{name} ({NameOf(side)})" : NameOf(side);

    /// <summary>What the sides are called for which the person does not speak.</summary>
    public IEnumerable<string> Others => Enum.GetValues<Party>().Where(side => side != Party).Select(NameOf).Where(name => name.Length > 0);

    /// <summary>The part in which the person may decide at some time; null for those who only wait.</summary>
    public Reviewer? Role => IsPromoter ? Reviewer.Promoter : IsDirector ? Reviewer.Director : null;

    /// <summary>For whom the person speaks; who belongs to several sides speaks for the one for which they act.</summary>
    public Party Party => ActsFor switch { Side.Venue => Party.Venue, Side.Artist => Party.Artist, null => Party.Promoter };

    public bool MayPlan(DateTimeOffset now) => IsDirector && RunOfShow.MayPlan(Booking, now);

    public bool MayDecide(DateTimeOffset now) => Role is { } role && Booking.MayDecide(role, now);

    public bool IsOf(Party side) => side switch
    {
        Party.Artist => IsArtist,
        Party.Venue => IsDirector,
        Party.Promoter => IsPromoter,
    };

    /// <summary>The side for which the person acts, the venue's before the artist's; null for those who only review.</summary>
    public Side? ActsFor => IsDirector ? Side.Venue : IsArtist ? Side.Artist : null;

    public bool IsOf(Side side) => side is Side.Artist ? IsArtist : IsDirector;

    public string NameOf(Side side) => side is Side.Artist ? Artist : Venue;

    /// <summary>Everybody who is told when it falls, by name.</summary>
    public string Everybody => string.Join(", ", ((string?[])[Artist, Venue, Promoter]).OfType<string>());

    /// <summary>What a side is called.</summary>
    public string NameOf(Party side) => side switch
    {
        Party.Artist => Artist,
        Party.Venue => Venue,
        Party.Promoter => Promoter ?? "",
    };
}

/// <summary>Somebody of one side of a booking.</summary>
/// <param name="Phone">Null when they gave none.</param>
public sealed record PartyMember(Party Side, Guid PersonId, string Name, string Email, string? Phone);
