using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Attachments;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.BusyTimes;
using EasyGig.Domain.Deals;
using EasyGig.Domain.Feeds;
using EasyGig.Domain.Files;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Invitations;
using EasyGig.Domain.Mails;
using EasyGig.Domain.Messages;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Ratings;
using EasyGig.Domain.Rosters;
using EasyGig.Domain.Searches;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Strikes;
using EasyGig.Domain.Venues;
using EasyGig.Domain.WaitingLists;

namespace EasyGig.Domain;

/// <summary>Every rule that the database keeps, by its constraint's name.</summary>
public static class Refusals
{
    public static readonly IReadOnlyDictionary<string, Refusal> KeptByDatabase =
        ((IEnumerable<Refusal>)[
            .. ArtistRefusals.KeptByDatabase, .. VenueRefusals.KeptByDatabase, .. OrganisationRefusals.KeptByDatabase,
            .. SlotRefusals.KeptByDatabase, .. ApplicationRefusals.KeptByDatabase, .. BookingRefusals.KeptByDatabase,
            .. OfferRefusals.KeptByDatabase, .. InvitationRefusals.KeptByDatabase, .. DealRefusals.KeptByDatabase, .. FileRefusals.KeptByDatabase, .. MailRefusals.KeptByDatabase, .. StrikeRefusals.KeptByDatabase,
            .. WaitingListRefusals.KeptByDatabase, .. MessageRefusals.KeptByDatabase, .. RatingRefusals.KeptByDatabase,
            .. RosterRefusals.KeptByDatabase, .. GroupRefusals.KeptByDatabase,
            .. RunOfShowRefusals.KeptByDatabase, .. AttachmentRefusals.KeptByDatabase, .. HoldRefusals.KeptByDatabase, .. SearchRefusals.KeptByDatabase,
            .. FeedRefusals.KeptByDatabase, .. BusyRefusals.KeptByDatabase,
        ]).ToDictionary(refusal => refusal.Rule);
}
