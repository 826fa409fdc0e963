using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Attachments;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Deals;
using EasyGig.Domain.Files;
using EasyGig.Domain.Mails;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;

namespace EasyGig.Domain;

/// <summary>Every rule that the database keeps, by its constraint's name.</summary>
public static class Refusals
{
    public static readonly IReadOnlyDictionary<string, Refusal> KeptByDatabase =
        ((IEnumerable<Refusal>)[
            .. ArtistRefusals.KeptByDatabase, .. VenueRefusals.KeptByDatabase, .. OrganisationRefusals.KeptByDatabase,
            .. SlotRefusals.KeptByDatabase, .. ApplicationRefusals.KeptByDatabase, .. BookingRefusals.KeptByDatabase,
            .. RunOfShowRefusals.KeptByDatabase, .. AttachmentRefusals.KeptByDatabase, .. DealRefusals.KeptByDatabase, .. FileRefusals.KeptByDatabase, .. MailRefusals.KeptByDatabase,
        ]).ToDictionary(refusal => refusal.Rule);
}
