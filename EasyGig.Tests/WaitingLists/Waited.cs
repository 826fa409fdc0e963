using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Tests.Bookings;
using EasyGig.Web.Bookings;
using EasyGig.Web.Identity;
using EasyGig.Web.WaitingLists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.WaitingLists;

/// <summary>One that waits for a slot.</summary>
internal sealed record Waiter(Person Person, Artist Band, Application Application)
{
    public string Page => $"/artist/applications/{Application.Id}";
}

/// <summary>A slot in 20 days, 20:00 to 23:00 UTC, that is booked, and those who wait for it, the first first.</summary>
internal sealed record Waited(Booked Booked, IReadOnlyList<Waiter> Waiting)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string SlotPage => $"/director/slots/{Booked.Slot.Id}";

    /// <param name="reviewed">Whether the booking waits for a house promoter's review; then nobody was told that it waits.</param>
    /// <param name="first">Who waits first, where that is not somebody new.</param>
    /// <param name="offered">Whether the venue had offered them something before.</param>
    /// <param name="fee">What they ask for; beyond 500, the slot is negotiable.</param>
    public static async Task<Waited> OfAsync(EasyGigApp app, int waiting, bool reviewed = false, (Person Person, Artist Band)? first = null, decimal fee = 400, bool offered = false)
    {
        var (promoter, organisation) = reviewed ? await app.OrganisationAsync() : default;
        var (director, venue) = await app.VenueAsync(housePromoter: organisation);
        var (person, artist) = await app.ArtistAsync();
        var slot = await app.SlotAsync(venue, 20, negotiable: fee > 500);
        var application = await app.ApplicationAsync(slot, artist);
        List<Waiter> all = [];
        for (var number = 1; number <= waiting; number++)
        {
            var (waiter, band) = number == 1 && first is { } known ? known : await app.ArtistAsync($"Waiter {number}");
            all.Add(new(waiter, band, await app.ApplicationAsync(slot, band, fee)));
            if (offered) Assert.Null(await app.OfferAsync(all[^1].Application, 450));
        }
        return new(new(app, await app.AcceptAsync(application), slot, application, person, director, promoter, artist, venue), all);
    }

    /// <summary>The artist cancels its booking, so that the first who waits is asked.</summary>
    public async Task<Waited> CancelAsync()
    {
        var artist = await Booked.App.SignInAsync(Booked.Artist);
        await artist.SubmitAsync(await artist.OpenAsync($"{Booked.Page}/cancel"), "Cancel the booking", ("Input.Reason", "Ill."));
        Assert.Equal(BookingState.Cancelled, (await Booked.StoredAsync()).State);
        return this;
    }

    /// <summary>The promoter rejects the booking; by nobody who signed in.</summary>
    public async Task<Waited> RejectAsync()
    {
        await using var scope = Booked.App.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<BookingDesk>().RejectAsync(Booked.Booking, Reviewer.Promoter, "Too loud.", Ct));
        return this;
    }

    /// <summary>The director stops the asking; by nobody who signed in.</summary>
    public async Task<Refusal?> StopAsync()
    {
        await using var scope = Booked.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WaitingListDesk>().StopAsync(Booked.Slot.Id, Ct);
    }

    public Task<List<ApplicationState>> StatesAsync()
    {
        var ids = Waiting.Select(waiter => waiter.Application.Id).ToArray();
        return Booked.App.WithDbAsync(db => db.Applications.Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).Select(a => a.State).ToListAsync(Ct));
    }

    public Task<DateTimeOffset?> AskedUntilAsync() => Booked.App.WithDbAsync(db => db.Slots.Where(s => s.Id == Booked.Slot.Id).Select(s => s.AskedUntil).SingleAsync(Ct));
}
