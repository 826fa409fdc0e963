using System.Net;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Bookings;

/// <summary>The venue says how the day goes, and the others read it. The slot is Fri 5 Mar, 21:00 to 24:00 in Rome.</summary>
public sealed class DayPageTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public DayPageTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Fact]
    public async Task R4_the_venue_writes_the_run_of_show_and_the_others_read_it_everywhere()
    {
        var house = await HouseAsync();
        var promoter = await _app.SignInAsync(house.Promoter);
        await promoter.SubmitAsync(await promoter.OpenAsync($"/bookings/{house.Booking}"), "Approve the booking");
        var director = await _app.SignInAsync(house.Director);
        Assert.Contains("Say when to load in", (await director.OpenAsync(Day(house))).Text, StringComparison.Ordinal);

        var saved = await WriteAsync(director, house, "16:00", "17:00", "20:30", "21:30", "01:00", "Park in the yard.\nRita opens.");

        Assert.Equal(Day(house), saved.Path);
        Assert.Contains("The run of show is saved", saved.Text, StringComparison.Ordinal);
        foreach (var reader in (Person[])[house.Artist, house.Promoter])
        {
            var read = await (await _app.SignInAsync(reader)).OpenAsync(Day(house));
            Assert.Contains("Load-in 16:00 Soundcheck 17:00 Doors 20:30 Set 21:30 Curfew 01:00 (next day)", read.Text, StringComparison.Ordinal);
            Assert.Contains("Rita opens.", read.Text, StringComparison.Ordinal);
            Assert.Empty(read.Document.QuerySelectorAll("a[href$='/day/edit']"));
        }
        var artist = await _app.SignInAsync(house.Artist);
        var overview = await artist.OpenAsync($"/bookings/{house.Booking}");
        Assert.Contains("Load-in 16:00", overview.Text, StringComparison.Ordinal);
        Assert.Contains("Dora Conti (Blue Cellar) wrote the run of show.", overview.Text, StringComparison.Ordinal);
        Assert.Contains("Load-in 16:00", (await artist.OpenAsync("/artist")).Text, StringComparison.Ordinal);
        var ics = await (await artist.FetchAsync($"/bookings/{house.Booking}/calendar.ics")).Content.ReadAsStringAsync(Ct);
        Assert.Contains(@"DESCRIPTION:Main stage\nLoad-in: 16:00\nSoundcheck: 17:00\nDoors: 20:30\nSet: 21:30\nCurfew: 01:00 (next day)", ics.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R38_the_artist_and_the_promoter_have_a_mail_that_lists_the_times_and_nobody_when_nothing_is_new()
    {
        var house = await HouseAsync();
        var director = await _app.SignInAsync(house.Director);
        await WriteAsync(director, house, "16:00", "", "", "21:30", "01:00", "");
        await WriteAsync(director, house, "16:00", "", "", "21:30", "01:00", "");

        var mails = await _app.WithDbAsync(db => db.Mails.Where(m => m.BookingId == house.Booking && m.Kind == "run_of_show_changed").ToListAsync(Ct));
        Assert.Equal(new[] { house.Artist.Email, house.Promoter.Email }.Order(), mails.Select(m => m.Address).Order());
        Assert.All(mails, mail => Assert.Contains("Load-in: 16:00\nSet: 21:30\nCurfew: 01:00 (next day)\n", mail.Text, StringComparison.Ordinal));
        Assert.EndsWith("/day", await _app.LinkOfAsync(house.Artist.Email!, "run_of_show_changed"), StringComparison.Ordinal);
        var bell = await (await _app.SignInAsync(house.Artist)).OpenAsync("/notices");
        Assert.Contains("Run of show at Blue Cellar", bell.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R38_who_is_confirmed_afterwards_has_the_times_in_the_calendar_of_the_mail()
    {
        var house = await HouseAsync();
        await WriteAsync(await _app.SignInAsync(house.Director), house, "16:00", "", "", "", "", "");
        var promoter = await _app.SignInAsync(house.Promoter);
        await promoter.SubmitAsync(await promoter.OpenAsync($"/bookings/{house.Booking}"), "Approve the booking");
        var ics = await _app.WithDbAsync(db => db.Mails.Where(m => m.BookingId == house.Booking && m.Ics != null).Select(m => m.Ics!).ToListAsync(Ct));
        Assert.All(ics, file => Assert.Contains(@"DESCRIPTION:Main stage\nLoad-in: 16:00", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task R2d_of_two_directors_who_save_at_once_the_second_is_told()
    {
        var house = await HouseAsync();
        var (one, other) = (await _app.SignInAsync(house.Director), await _app.SignInAsync((await _app.DirectorsAsync(house.Venue, 1))[0]));
        foreach (var time in (string[])["16:00", "15:00"]) // before there is anything, and when there is
        {
            var (first, second) = (await one.OpenAsync($"{Day(house)}/edit"), await other.OpenAsync($"{Day(house)}/edit"));
            await one.SubmitAsync(first, "Save", ("Input.LoadIn", time), ("Input.Notes", "First"));
            var late = await other.SubmitAsync(second, "Save", ("Input.LoadIn", "17:00"), ("Input.Notes", "Second"));
            Assert.Contains("Somebody changed this while you were looking at it.", late.Text, StringComparison.Ordinal);
            Assert.Equal("Second", late.Document.QuerySelector("#Input_Notes")!.TextContent.Trim());
            Assert.Contains($"Load-in {time}", (await one.OpenAsync(Day(house))).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task R4_what_cannot_be_is_said_beside_its_field_and_what_was_typed_stays()
    {
        var house = await HouseAsync();
        var director = await _app.SignInAsync(house.Director);
        var set = await WriteAsync(director, house, "16:00", "", "", "19:00", "", "Typed");
        Assert.Contains("The set begins within the slot.", set.ErrorOf("Input.Set"), StringComparison.Ordinal);
        Assert.Equal(("19:00", "Typed"), (set.Document.QuerySelector("#Input_Set")!.GetAttribute("value"), set.Document.QuerySelector("#Input_Notes")!.TextContent.Trim()));
        foreach (var nonsense in (string[])["25:00", "soon", "<b>"])
            Assert.NotEqual("", (await WriteAsync(director, house, nonsense, "", "", "", "", "")).ErrorOf("Input.LoadIn"));
        Assert.NotEqual("", (await WriteAsync(director, house, "", "", "", "", "", new string('x', 2001))).ErrorOf("Input.Notes"));
        Assert.Empty(await _app.WithDbAsync(db => db.RunOfShows.Where(r => r.Id == house.Booking).ToListAsync(Ct)));
    }

    [Fact]
    public async Task R4_the_day_is_written_while_the_booking_stands_and_the_show_is_not_over()
    {
        var (over, fallen) = (await HouseAsync(), await HouseAsync());
        var promoter = await _app.SignInAsync(fallen.Promoter);
        await promoter.SubmitAsync(await promoter.OpenAsync($"/bookings/{fallen.Booking}"), "Reject the booking", ("Input.Reason", "No."));
        _app.Clock.Now = TestClock.Start.Date.AddDays(30).AddHours(23);
        foreach (var house in new[] { over, fallen })
        {
            var director = await _app.SignInAsync(house.Director);
            Assert.Empty((await director.OpenAsync(Day(house))).Document.QuerySelectorAll("a[href$='/day/edit']"));
            Assert.Contains("can no longer be changed", (await WriteAsync(director, house, "16:00", "", "", "", "", "")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_venues_directors_alone_write_it_and_a_stranger_does_not_even_read_it()
    {
        var house = await HouseAsync();
        var (artist, stranger) = (await _app.SignInAsync(house.Artist), await _app.SignInAsync(await _app.PersonAsync(Roles.ArtDirector)));
        Assert.Equal(HttpStatusCode.Forbidden, (await artist.OpenAsync($"{Day(house)}/edit")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await artist.PostAsync(await artist.OpenAsync("/notices"), $"{Day(house)}/edit", ("Input.LoadIn", "16:00"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(Day(house))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"{Day(house)}/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(await stranger.OpenAsync("/notices"), $"{Day(house)}/edit", ("Input.LoadIn", "16:00"))).Status);
    }

    [Fact]
    public async Task R4_the_database_keeps_the_order_of_the_times()
    {
        var house = await HouseAsync();
        string[] bad = ["load_in = now(), soundcheck = now() - interval '1 s'", "load_in = now(), curfew = now() - interval '1 s'", "doors = now(), set_at = now() - interval '1 s'", "set_at = now(), curfew = now() - interval '1 s'"];
        await using (var insert = _app.Site.CreateCommand($"INSERT INTO run_of_shows (booking_id, notes) VALUES ('{house.Booking}', '')")) await insert.ExecuteNonQueryAsync(Ct);
        foreach (var change in bad)
        {
            await using var command = _app.Site.CreateCommand($"UPDATE run_of_shows SET load_in = NULL, soundcheck = NULL, doors = NULL, set_at = NULL, curfew = NULL; UPDATE run_of_shows SET {change}");
            Assert.Equal("run_of_shows_order", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => command.ExecuteNonQueryAsync(Ct))).ConstraintName);
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Day(House house) => $"/bookings/{house.Booking}/day";

    private static async Task<PageView> WriteAsync(Visitor director, House house, string loadIn, string soundcheck, string doors, string set, string curfew, string notes) =>
        await director.SubmitAsync(await director.OpenAsync($"{Day(house)}/edit"), "Save", ("Input.LoadIn", loadIn), ("Input.Soundcheck", soundcheck), ("Input.Doors", doors),
            ("Input.Set", set), ("Input.Curfew", curfew), ("Input.Notes", notes));

    private sealed record House(Guid Booking, Person Artist, Person Director, Person Promoter, Domain.Venues.Venue Venue);

    private async Task<House> HouseAsync()
    {
        var (promoter, organisation) = await _app.OrganisationAsync();
        var (director, venue) = await _app.VenueAsync(housePromoter: organisation);
        var (person, artist) = await _app.ArtistAsync();
        return new((await _app.BookingAsync(venue, artist)).Booking, person, director, promoter, venue);
    }
}
