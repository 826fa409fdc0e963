using System.Buffers.Text;
using System.Security.Cryptography;

namespace EasyGig.Domain.Feeds;

/// <summary>A link by which a calendar program fetches what a person may see, without signing in: of a venue, an artist, an organisation, or of all that they have.</summary>
public sealed class CalendarFeed : Entity
{
    private CalendarFeed() { }

    private CalendarFeed(Guid personId, DateTimeOffset now) => (Id, PersonId, Token, MadeAt) = (Guid.CreateVersion7(now), personId, NewToken(), now);

    public static CalendarFeed OfAll(Guid person, DateTimeOffset now) => new(person, now);

    public static CalendarFeed OfVenue(Guid person, Guid venue, DateTimeOffset now) => new(person, now) { VenueId = venue };

    public static CalendarFeed OfArtist(Guid person, Guid artist, DateTimeOffset now) => new(person, now) { ArtistId = artist };

    public static CalendarFeed OfOrganisation(Guid person, Guid organisation, DateTimeOffset now) => new(person, now) { OrganisationId = organisation };

    public Guid PersonId { get; private set; }
    public Guid? VenueId { get; private set; }
    public Guid? ArtistId { get; private set; }
    public Guid? OrganisationId { get; private set; }

    /// <summary>256 random bits, base64url: whoever knows it may read.</summary>
    public string Token { get; private set; } = "";

    /// <summary>SHA-256 of the token; the database computes it.</summary>
    public byte[] Digest { get; private set; } = [];
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Whose it is beside the person's; null where it is of all that they have.</summary>
    public Guid? Subject => VenueId ?? ArtistId ?? OrganisationId;

    /// <summary>Another address: the one before leads nowhere from now on.</summary>
    public void Renew(DateTimeOffset now) => (Token, MadeAt) = (NewToken(), now);

    private static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
