using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Bookings;

/// <summary>A booking, 20:00 to 23:00 UTC, with the people of its sides; confirmed, unless a house promoter reviews it.</summary>
internal sealed record Booked(EasyGigApp App, Guid Booking, Slot Slot, Application Application, Person Artist, Person Director, Person? Promoter, Artist Band, Venue Venue)
{
    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Page => $"/bookings/{Booking}";

    public DateTimeOffset Start => Slot.Time.Start;

    public static async Task<Booked> OfAsync(EasyGigApp app, bool reviewed = false, int rivals = 0, int inDays = 5)
    {
        var (promoter, organisation) = reviewed ? await app.OrganisationAsync() : default;
        var (director, venue) = await app.VenueAsync(housePromoter: organisation);
        var (person, artist) = await app.ArtistAsync();
        var slot = await app.SlotAsync(venue, inDays);
        var application = await app.ApplicationAsync(slot, artist);
        for (var rival = 0; rival < rivals; rival++) await app.ApplicationAsync(slot, (await app.ArtistAsync("Rival")).Artist);
        return new(app, await app.AcceptAsync(application), slot, application, person, director, promoter, artist, venue);
    }

    public async Task<Booked> ApprovedAsync()
    {
        var promoter = await App.SignInAsync(Promoter!);
        await promoter.SubmitAsync(await promoter.OpenAsync(Page), "Approve the booking");
        return this;
    }

    public Task<Booking> StoredAsync() => App.WithDbAsync(db => db.Bookings.AsNoTracking().Include(b => b.Versions).Include(b => b.Strikes).AsSplitQuery().SingleAsync(b => b.Id == Booking, Ct));

    public Task<SlotState> SlotAsync() => App.WithDbAsync(db => db.Slots.Where(s => s.Id == Slot.Id).Select(s => s.State).SingleAsync(Ct));

    /// <summary>The states of all applications to the slot, the booked one first.</summary>
    public Task<List<ApplicationState>> ApplicationsAsync() => App.WithDbAsync(db => db.Applications.Where(a => a.SlotId == Slot.Id).OrderBy(a => a.Id).Select(a => a.State).ToListAsync(Ct));

    /// <summary>Who was mailed of a fact.</summary>
    public Task<List<string>> ToldAsync(string kind) => App.WithDbAsync(db => db.Mails.Where(m => m.SlotId == Slot.Id && m.Kind == kind).Select(m => m.Address).Order().ToListAsync(Ct));

    public static string[] Addresses(params Person?[] people) => [.. people.OfType<Person>().Select(person => person.Email!).Order()];
}
