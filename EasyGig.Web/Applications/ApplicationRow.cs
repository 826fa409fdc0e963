using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.WaitingLists;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Applications;

/// <summary>What a list says to an artist about one of its applications.</summary>
public sealed record ApplicationRow
{
    public required Guid Id { get; init; }
    public required Guid ArtistId { get; init; }
    public required string Artist { get; init; }

    /// <summary>Where it stands as far as the artist has been told: who steps aside for a booking that may still fall does not know it.</summary>
    public required ApplicationState State { get; init; }
    public required Money Fee { get; init; }

    /// <summary>The fee of the offer that stands or was accepted; null when there is none.</summary>
    public required decimal? Offer { get; init; }

    /// <summary>Whether the venue's offer waits for the artist.</summary>
    public required bool Offered { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public required Period Time { get; init; }
    public required SlotState SlotState { get; init; }
    public required string Venue { get; init; }
    public required string TimeZone { get; init; }
    public required string City { get; init; }

    /// <summary>The venue changed the slot, and the artist has yet to say that it still fits.</summary>
    public required bool TermsChanged { get; init; }

    /// <summary>Until when the offer that stands can be answered.</summary>
    public required DateTimeOffset? Due { get; init; }

    /// <summary>Its place on the slot's waiting list, counted from one; of no account for one that does not wait.</summary>
    public required int Place { get; init; }

    /// <summary>What is spoken of now.</summary>
    public Money Stands => Offer is { } amount ? new(amount, Fee.Currency) : Fee;

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>Whether the artist can turn it into a booking now.</summary>
    public bool WaitsForArtist => !TermsChanged && Offered && SlotState is SlotState.Open;
}

internal static class ApplicationRows
{
    public static IQueryable<ApplicationRow> RowsOf(this EasyGigDb db, IQueryable<Application> applications) =>
        from application in applications
        join slot in db.Slots on application.SlotId equals slot.Id
        join venue in db.Venues on slot.VenueId equals venue.Id
        join city in db.Cities on slot.Place.CityId equals city.Id
        join artist in db.Artists on application.ArtistId equals artist.Id
        select new ApplicationRow
        {
            Id = application.Id, ArtistId = artist.Id, Artist = artist.Profile.Name, Fee = application.Fee, SubmittedAt = application.SubmittedAt,
            Time = slot.Time, SlotState = slot.State, Venue = venue.Profile.Name, TimeZone = venue.Profile.TimeZone, City = city.Name,
            State = application.State != ApplicationState.Waitlisted || db.Audit.Any(e => e.ApplicationId == application.Id && WaitingQueries.Tells.Contains(e.Fact)) ? application.State
                : slot.State == SlotState.Booked && application.Offers.OrderByDescending(offer => offer.Number).Select(offer => (OfferState?)offer.State).FirstOrDefault() == OfferState.Lapsed ? ApplicationState.Offered
                : application.Offers.Any() || db.Audit.Any(e => e.ApplicationId == application.Id && e.Fact == FactKind.Shortlisted) ? ApplicationState.Shortlisted : ApplicationState.Submitted,
            Offer = application.Offers.Where(offer => offer.State == OfferState.Standing || offer.State == OfferState.Accepted).OrderByDescending(offer => offer.Number).Select(offer => (decimal?)offer.Fee.Amount).FirstOrDefault(),
            Offered = application.Offers.Any(offer => offer.State == OfferState.Standing && offer.By == Side.Venue),
            Due = application.Offers.Where(offer => offer.State == OfferState.Standing).Select(offer => offer.DueAt < slot.Time.Start ? offer.DueAt : slot.Time.Start).FirstOrDefault(),
            Place = db.Applications.Count(other => other.SlotId == application.SlotId && other.State == ApplicationState.Waitlisted
                && EF.Functions.LessThanOrEqual(ValueTuple.Create(other.SubmittedAt, other.Id), ValueTuple.Create(application.SubmittedAt, application.Id))),
            TermsChanged = application.TermsVersion != slot.TermsVersion && application.State != ApplicationState.Accepted && EF.Property<bool>(application, BookingConfiguration.IsLive),
        };
}
