using System.Net;
using EasyGig.Tests.Bookings;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Feeds;

/// <summary>R24: calendars that programs fetch by a private link.</summary>
public sealed class FeedTests : IClassFixture<EasyGigApp>
{
    private const string Page = "/account/manage/calendars";

    private readonly EasyGigApp _app;

    public FeedTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R24_a_private_link_follows_a_booking_and_ends_when_it_is_revoked_or_the_membership()
    {
        var booked = await Booked.OfAsync(_app, reviewed: true);
        var visitor = await _app.SignInAsync(booked.Artist);
        var (page, address) = await GiveAsync(visitor, "Zenith Trio");
        Assert.StartsWith("webcal://", page.Document.QuerySelector("a[href^='webcal:']")!.GetAttribute("href"), StringComparison.Ordinal);

        var first = await _app.Open().FetchAsync(address);
        var ics = await ReadAsync(first);
        foreach (var line in (string[])["METHOD:PUBLISH", "X-WR-CALNAME:EasyGig: Zenith Trio", $"UID:booking-{booked.Booking}@", "SEQUENCE:0", "STATUS:TENTATIVE", "TZID:Europe/Rome"]) Assert.Contains(line, ics, StringComparison.Ordinal);
        Assert.Equal(("text/calendar", true), (first.Content.Headers.ContentType!.MediaType, first.Headers.CacheControl!.Private));
        _app.Clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(HttpStatusCode.NotModified, (await _app.Open().FetchAsync(address, ("If-None-Match", first.Headers.ETag!.ToString()))).StatusCode);

        await booked.ApprovedAsync();
        var second = await _app.Open().FetchAsync(address, ("If-None-Match", first.Headers.ETag!.ToString()));
        ics = await ReadAsync(second);
        Assert.Contains("SEQUENCE:1\r\n", ics, StringComparison.Ordinal);
        Assert.Contains("STATUS:CONFIRMED", ics, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1\r\n", await MailedAsync(booked, "confirmed"), StringComparison.Ordinal);
        await _app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE venues SET address = 'Via Nuova 2, in fondo; 🎷' WHERE id = {booked.Venue.Id}", Ct));
        await visitor.SubmitAsync(await visitor.OpenAsync($"{booked.Page}/cancel"), "Cancel the booking", ("Input.Reason", "Ill."));
        ics = await ReadAsync(await _app.Open().FetchAsync(address));
        foreach (var line in (string[])["SEQUENCE:3\r\n", "STATUS:CANCELLED", "METHOD:PUBLISH", @"Via Nuova 2\, in fondo\; 🎷"]) Assert.Contains(line, ics, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:3\r\n", await MailedAsync(booked, "cancelled"), StringComparison.Ordinal);

        page = await visitor.SubmitAsync(await visitor.OpenAsync(Page), "Renew the link: Zenith Trio");
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Open().FetchAsync(address)).StatusCode);
        address = AddressOf(page);
        Assert.Equal(HttpStatusCode.OK, (await _app.Open().FetchAsync(address)).StatusCode);
        await _app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE artist_members SET person_id = NULL WHERE artist_id = {booked.Band.Id}", Ct));
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Open().FetchAsync(address)).StatusCode);
        await _app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE artist_members SET person_id = {booked.Artist.Id} WHERE artist_id = {booked.Band.Id}", Ct));
        await visitor.SubmitAsync(await visitor.OpenAsync(Page), "Revoke the link: Zenith Trio");
        foreach (var gone in (string[])[address, "/calendar/a.ics", "/calendar/%F0%9F%8E%B7.ics"]) Assert.Equal(HttpStatusCode.NotFound, (await _app.Open().FetchAsync(gone)).StatusCode);
    }

    [Fact]
    public async Task R24_what_was_never_confirmed_stays_in_the_feed_as_cancelled()
    {
        var booked = await Booked.OfAsync(_app, reviewed: true);
        var (_, address) = await GiveAsync(await _app.SignInAsync(booked.Artist), "All my dates");
        var promoter = await _app.SignInAsync(booked.Promoter!);
        await promoter.SubmitAsync(await promoter.OpenAsync(booked.Page), "Reject the booking", ("Input.Reason", "No."));
        var ics = await ReadAsync(await _app.Open().FetchAsync(address));
        foreach (var line in (string[])["METHOD:PUBLISH", $"UID:booking-{booked.Booking}@", "SEQUENCE:1\r\n", "STATUS:CANCELLED"]) Assert.Contains(line, ics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R24_a_link_is_of_one_thing_and_cannot_be_guessed()
    {
        var (person, artist) = await _app.ArtistAsync();
        var (stranger, _) = await _app.ArtistAsync();
        var visitor = await _app.SignInAsync(stranger);
        var (_, address) = await GiveAsync(await _app.SignInAsync(person), artist.Profile.Name);
        foreach (var act in (string[])[$"Give&subject={artist.Id}", $"Revoke&subject={artist.Id}", "Revoke&subject=a", "Give&subject=a"])
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(await visitor.OpenAsync(Page), $"{Page}?handler={act}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _app.Open().FetchAsync(address)).StatusCode);

        Assert.Equal("feeds_token", await RefusedAsync($"INSERT INTO calendar_feeds VALUES (gen_random_uuid(), '{person.Id}', NULL, NULL, NULL, 'short', DEFAULT, now())"));
        var (_, venue) = await _app.VenueAsync();
        Assert.Equal("feeds_one_subject", await RefusedAsync($"INSERT INTO calendar_feeds VALUES (gen_random_uuid(), '{person.Id}', '{venue.Id}', '{artist.Id}', NULL, '{new string('a', 43)}', DEFAULT, now())"));
        Assert.Equal("feeds_once", await RefusedAsync($"INSERT INTO calendar_feeds (id, person_id, token, made_at) SELECT gen_random_uuid(), '{person.Id}', rpad(n::text, 43, 'a'), now() FROM generate_series(1, 2) n"));
    }

    [Fact]
    public async Task R24_another_reader_reads_the_feed_as_it_was_meant()
    {
        var (_, venue) = await _app.VenueAsync("Blå, Café; 🎷 “Bar”", profile: usual => usual with { TimeZone = "America/New_York" });
        var (person, artist) = await _app.ArtistAsync("Perché no, 🎺 Trio");
        var days = (int)(new DateTime(2027, 3, 13) - TestClock.Start.Date).TotalDays; // the clocks change the night after, in New York two weeks before Rome
        var (fallen, _, _) = await _app.BookingAsync(venue, artist, days);
        var (after, _, _) = await _app.BookingAsync(venue, artist, days + 1);
        var visitor = await _app.SignInAsync(person);
        await visitor.SubmitAsync(await visitor.OpenAsync($"/bookings/{fallen}/cancel"), "Cancel the booking", ("Input.Reason", "Ill."));
        var (_, address) = await GiveAsync(visitor, "All my dates");

        var read = await NodeCalendar.ReadAsync(await (await _app.Open().FetchAsync(address)).Content.ReadAsStringAsync(Ct));
        Assert.Equal([
            $"{fallen}|CANCELLED|2027-03-13T20:00:00.000Z|2027-03-13T23:00:00.000Z|Perché no, 🎺 Trio @ Blå, Café; 🎷 “Bar”",
            $"{after}|CONFIRMED|2027-03-14T20:00:00.000Z|2027-03-14T23:00:00.000Z|Perché no, 🎺 Trio @ Blå, Café; 🎷 “Bar”",
        ], read.Order(StringComparer.Ordinal).OrderBy(line => line.Split('|')[2]));
    }

    private static async Task<(PageView Page, string Address)> GiveAsync(Visitor visitor, string name)
    {
        var page = await visitor.SubmitAsync(await visitor.OpenAsync(Page), $"Make a link: {name}");
        return (page, AddressOf(page));
    }

    private static string AddressOf(PageView page) => new Uri(page.Document.QuerySelector("input[readonly]")!.GetAttribute("value")!).PathAndQuery;

    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(Ct)).Replace("\r\n ", "", StringComparison.Ordinal);
    }

    private Task<string> MailedAsync(Booked booked, string kind) =>
        _app.WithDbAsync(async db => (await db.Mails.FirstAsync(m => m.BookingId == booked.Booking && m.Kind == kind && m.PersonId == booked.Artist.Id, Ct)).Ics!);

    private async Task<string?> RefusedAsync(string sql)
    {
        try { await using var command = _app.Site.CreateCommand(sql); await command.ExecuteNonQueryAsync(Ct); return null; }
        catch (Npgsql.PostgresException e) { return e.ConstraintName; }
    }
}
