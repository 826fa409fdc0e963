using System.Net;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Bookings;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Bookings;

/// <summary>How an evening ends: said by the venue, or by the clock.</summary>
public sealed class AfterShowTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public AfterShowTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private AfterShow Worker => _app.Services.GetRequiredService<AfterShow>();

    [Fact]
    public async Task R7_from_the_start_on_the_venue_says_that_it_was_played()
    {
        var house = await Booked.OfAsync(_app);
        var director = await _app.SignInAsync(house.Director);
        _app.Clock.Now = house.Start.AddSeconds(-1);
        var early = await director.OpenAsync(house.Page);
        Assert.False(early.Has("It was played"));
        Assert.Contains("nobody can say how it went.", (await director.PostAsync(early, $"{house.Page}?handler=Played")).Text, StringComparison.Ordinal);
        _app.Clock.Now = house.Start;
        var artist = await _app.SignInAsync(house.Artist);
        var page = await artist.OpenAsync(house.Page);
        Assert.False(page.Has("It was played"));
        Assert.Equal(HttpStatusCode.NotFound, (await artist.PostAsync(page, $"{house.Page}?handler=Played")).Status);

        var done = await director.SubmitAsync(await director.OpenAsync(house.Page), "It was played");

        Assert.Contains("The concert counts as played.", done.Text, StringComparison.Ordinal);
        Assert.Equal((BookingState.Played, SlotState.Played), ((await house.StoredAsync()).State, await house.SlotAsync()));
        Assert.Equal(Booked.Addresses(house.Artist, house.Director), await house.ToldAsync("played"));
        foreach (var person in (Person[])[house.Artist, house.Director]) Assert.Equal($"{house.Page}/rating", await _app.LinkOfAsync(person.Email!, "played"));
        Assert.Contains("somebody has said already how it went.", (await director.PostAsync(done, $"{house.Page}?handler=Played")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R17_an_artist_that_did_not_come_gets_a_strike_and_reads_why()
    {
        var house = await (await Booked.OfAsync(_app, reviewed: true)).ApprovedAsync();
        _app.Clock.Now = house.Start.AddHours(1);
        var director = await _app.SignInAsync(house.Director);
        var page = await director.OpenAsync(house.Page);
        Assert.NotEqual("", (await director.SubmitAsync(page, "Say that nobody came", ("Input.Reason", " "))).ErrorOf("Input.Reason"));

        var done = await director.SubmitAsync(page, "Say that nobody came", ("Input.Reason", "We waited until ten."));

        Assert.Contains("It is noted that the artist did not come.", done.Text, StringComparison.Ordinal);
        var stored = await house.StoredAsync();
        Assert.Equal((BookingState.NoShow, "We waited until ten."), (stored.State, stored.Reason));
        Assert.Equal(house.Band.Id, Assert.Single(stored.Strikes).ArtistId);
        Assert.Equal(Booked.Addresses(house.Artist, house.Director, house.Promoter), await house.ToldAsync("no_show"));
        Assert.Equal(Booked.Addresses(house.Artist), await house.ToldAsync("strike_given"));
        var slot = await _app.WithDbAsync(db => db.Slots.SingleAsync(s => s.Id == house.Slot.Id, Booked.Ct));
        Assert.Equal(SlotState.Lapsed, slot.StateAt(_app.Clock.Now));
        Assert.Contains("got a strike for this booking", (await (await _app.SignInAsync(house.Artist)).OpenAsync(house.Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R7_twelve_hours_after_its_end_what_is_still_confirmed_counts_as_played()
    {
        var (house, waiting) = (await Booked.OfAsync(_app), await Booked.OfAsync(_app, reviewed: true));
        var ill = await Booked.OfAsync(_app);
        _app.Clock.Now = ill.Start.AddHours(-1);
        var artist = await _app.SignInAsync(ill.Artist);
        await artist.SubmitAsync(await artist.OpenAsync($"{ill.Page}/cancel"), "I cannot play", ("Input.Reason", "Ill."));

        _app.Clock.Now = house.Slot.Time.End.AddHours(12).AddSeconds(-1);
        Assert.Equal(0, await Worker.PlayDueAsync(Booked.Ct));
        _app.Clock.Now = house.Slot.Time.End.AddHours(12);
        while (await Worker.PlayDueAsync(Booked.Ct) > 0) { }

        Assert.Equal((BookingState.Played, SlotState.Played), ((await house.StoredAsync()).State, await house.SlotAsync()));
        Assert.Equal(Booked.Addresses(house.Artist, house.Director), await house.ToldAsync("played"));
        Assert.Contains("EasyGig noted that Zenith Trio played.", (await (await _app.SignInAsync(house.Artist)).OpenAsync(house.Page)).Text, StringComparison.Ordinal);
        Assert.Equal((BookingState.PendingReview, BookingState.Confirmed), ((await waiting.StoredAsync()).State, (await ill.StoredAsync()).State)); // nobody but the venue knows
    }

    [Fact]
    public async Task R7_several_nodes_count_each_evening_once_and_pass_by_what_another_has_in_hand()
    {
        var (_, venue) = await _app.VenueAsync();
        List<Guid> bookings = [];
        for (var day = 3; day < 28; day++) bookings.Add((await _app.BookingAsync(venue, (await _app.ArtistAsync()).Artist, day)).Booking);
        _app.Clock.Now = TestClock.Start.AddDays(40);
        await using (var other = await _app.Owner.OpenConnectionAsync(Booked.Ct))
        await using (await other.BeginTransactionAsync(Booked.Ct))
        {
            await using var hold = new Npgsql.NpgsqlCommand($"SELECT FROM bookings WHERE id = '{bookings[0]}' FOR UPDATE", other);
            await hold.ExecuteNonQueryAsync(Booked.Ct);
            var played = await Races.Race.AtOnceAsync(Enumerable.Range(0, 4).Select(_ => (Func<Task<int>>)AllAsync));
            Assert.True(played.Sum() >= 24);
            Assert.Equal([bookings[0]], await ConfirmedAsync(bookings));
        }

        await AllAsync(); // whoever had it in hand has gone without a word

        Assert.Empty(await ConfirmedAsync(bookings));
        Assert.Equal(bookings.Count, await _app.WithDbAsync(db => db.Audit.CountAsync(e => e.Fact == Domain.Facts.FactKind.Played && bookings.Contains(e.BookingId!.Value), Booked.Ct)));
        Assert.Equal(2 * bookings.Count, await _app.WithDbAsync(db => db.Mails.CountAsync(m => m.Kind == "played" && bookings.Contains(m.BookingId!.Value), Booked.Ct)));
    }

    private async Task<int> AllAsync()
    {
        var all = 0;
        while (await Worker.PlayDueAsync(Booked.Ct) is > 0 and var some) all += some;
        return all;
    }

    private Task<List<Guid>> ConfirmedAsync(List<Guid> bookings) =>
        _app.WithDbAsync(db => db.Bookings.Where(b => bookings.Contains(b.Id) && b.State == BookingState.Confirmed).Select(b => b.Id).ToListAsync(Booked.Ct));
}
