using EasyGig.Domain;
using EasyGig.Domain.Files;

namespace EasyGig.Web.Data;

/// <summary>What acts take turns about: the keys of <see cref="EasyGigDb.InTurnAsync"/>. Whoever writes slots takes their
/// stage; whoever writes an application or a booking takes its stage and its artist;
/// whoever does what strikes may forbid, or gives or lifts one, takes that side; whoever answers for an account takes its address.</summary>
public static class Turn
{
    public static string Stage(Guid id) => $"stage:{id}";

    public static string Venue(Guid id) => $"venue:{id}";

    /// <summary>The turn of one side: in it stands what its strikes allow it.</summary>
    public static string Of(Side side, Guid id) => side is Side.Artist ? Artist(id) : Venue(id);

    public static string Artist(Guid id) => $"artist:{id}";

    /// <summary>The files of one owner.</summary>
    public static string Files(FileOwner owner) => $"files:{owner.VenueId ?? owner.ArtistId}";

    /// <summary>What a booking says of its day.</summary>
    public static string Day(Guid bookingId) => $"day:{bookingId}";

    /// <summary>The saved searches of one person.</summary>
    public static string Searches(Guid personId) => $"searches:{personId}";

    /// <summary>Which mails one person wants.</summary>
    public static string MailPreferences(Guid personId) => $"mail_preferences:{personId}";

    /// <summary>One looks at a time which saved searches the fresh slots are for.</summary>
    public const string SearchRound = "search_round";

    public static string Account(string email) => $"account:{email.ToUpperInvariant()}";
}
