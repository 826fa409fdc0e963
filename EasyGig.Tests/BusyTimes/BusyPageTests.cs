using System.Net;
using System.Text;
using EasyGig.Domain.Searches;
using EasyGig.Tests.Clockwork;
using EasyGig.Tests.Searches;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.BusyTimes;

/// <summary>R24: when an artist cannot play, as its members say, and what follows from it.</summary>
public sealed class BusyPageTests : IClassFixture<EasyGigApp>
{
    private const string Page = "/artist/busy", File = "Input.Calendar";

    private readonly EasyGigApp _app;

    public BusyPageTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R24_busy_times_come_out_of_a_calendar_and_searches_leave_them_out()
    {
        var (director, venue) = await _app.VenueAsync("Busy Cellar");
        var (person, artist) = await _app.ArtistAsync("Busy Trio");
        var (_, free) = await _app.ArtistAsync("Free Trio");
        var (slot, next) = (await _app.SlotAsync(venue, 40, draft: true), await _app.SlotAsync(venue, 41, draft: true));
        await _app.SearcherAsync(40, SearchAlert.AtOnce, person, days: 1);
        var visitor = await _app.SignInAsync(person);
        var day = TestClock.Start.AddDays(40);
        var ics = $"BEGIN:VCALENDAR\r\nX-WR-CALNAME:Ada’s, own\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:{day:yyyyMMdd}T190000Z\r\nDURATION:PT2H\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTART:x\r\nEND:VEVENT\r\nEND:VCALENDAR";
        foreach (var _ in (int[])[1, 2]) // the same again replaces itself
        {
            var page = await visitor.UploadAsync(await visitor.OpenAsync(Page), "Take it over", File, [("ada.ics", Encoding.UTF8.GetBytes(ics))]);
            Assert.Contains("1 busy times are taken over. Events left out because their time is not understood: 1.", page.Text, StringComparison.Ordinal);
        }
        Assert.Equal(1, await CountAsync(artist.Id));

        await _app.PublishAsync(slot, next);
        await _app.WindAsync(TestClock.Start.AddSeconds(10));
        Assert.Equal([next.Id], Assert.Single(await _app.AlertsAsync(person)).Slots());
        var address = $"/slots?from={day:yyyy-MM-dd}&to={day.AddDays(1):yyyy-MM-dd}";
        var found = await visitor.OpenAsync(address);
        Assert.DoesNotContain($"{slot.Id}", found.Document.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains($"{next.Id}", found.Document.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("Slots at your busy times are left out.", found.Text, StringComparison.Ordinal);
        Assert.Contains($"{slot.Id}", (await visitor.OpenAsync($"{address}&busy=true")).Document.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("Your calendar says that Busy Trio is busy then.", (await visitor.OpenAsync($"/slots/{slot.Id}")).Text, StringComparison.Ordinal);

        var scout = await (await _app.SignInAsync(director)).OpenAsync($"/director/artists?slot={slot.Id}");
        Assert.Contains(free.Profile.Name, scout.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Busy Trio", scout.Text, StringComparison.Ordinal);
        Assert.Contains("Busy Trio", (await (await _app.SignInAsync(director)).OpenAsync($"/director/artists?slot={next.Id}")).Text, StringComparison.Ordinal);

        await visitor.SubmitAsync(await visitor.OpenAsync(Page), "Delete all of it: Ada’s, own");
        Assert.Equal(0, await CountAsync(artist.Id));
    }

    [Fact]
    public async Task R24_what_is_wrong_with_a_busy_time_is_said_beside_the_field()
    {
        var (person, artist) = await _app.ArtistAsync();
        var visitor = await _app.SignInAsync(person);
        var page = await visitor.OpenAsync(Page);
        Assert.Equal("Choose an .ics file.", (await visitor.UploadAsync(page, "Take it over", File, [])).ErrorOf(File));
        Assert.Equal("This is no calendar file (.ics).", (await visitor.UploadAsync(page, "Take it over", File, [("a.ics", [0xFF, 0, 1])])).ErrorOf(File));
        Assert.Equal("The file has more than 1 MB.", (await visitor.UploadAsync(page, "Take it over", File, [("a.ics", new byte[(1 << 20) + 1])])).ErrorOf(File));
        Assert.Equal("There is no busy time in it from today on.", (await visitor.UploadAsync(page, "Take it over", File, [("a.ics", [.. "BEGIN:VCALENDAR\nEND:VCALENDAR"u8])])).ErrorOf(File));
        var wrong = await visitor.SubmitAsync(page, "Add", ("Input.From", "2027-06-02T10:00"), ("Input.To", "2027-06-01T10:00"));
        Assert.Equal(("The end comes after the start.", "2027-06-02T10:00"), (wrong.ErrorOf("Input.To"), wrong.Document.QuerySelector("#Input_From")!.GetAttribute("value")));
        foreach (var (from, to) in ((string, string)[])[("0001-01-01T00:00", "2027-06-01T10:00"), ("2027-06-01T10:00", "9999-12-31T23:59"), ("0001-01-01T00:00", "0001-01-02T00:00")])
            Assert.NotEqual("", (await visitor.SubmitAsync(page, "Add", ("Input.From", from), ("Input.To", to))).ErrorOf("Input.To"));
        var added = await visitor.SubmitAsync(page, "Add", ("Input.From", "2027-06-01T10:00"), ("Input.To", "2027-06-02T10:00"));
        Assert.Contains("The busy time is noted.", added.Text, StringComparison.Ordinal);

        var (other, _) = await _app.ArtistAsync();
        var stranger = await _app.SignInAsync(other);
        var id = await _app.WithDbAsync(db => db.BusyTimes.Where(b => b.ArtistId == artist.Id).Select(b => b.Id).SingleAsync(Ct));
        foreach (var path in (string[])[$"{Page}?handler=Delete&artist={artist.Id}&id={id}", $"{Page}?handler=Add&artist={artist.Id}", $"{Page}?handler=Import&artist={artist.Id}"])
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(await stranger.OpenAsync(Page), path)).Status);
        Assert.Equal(1, await CountAsync(artist.Id));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE busy_times SET ends_at = starts_at WHERE id = {id}", Ct)));
    }

    private Task<int> CountAsync(Guid artist) => _app.WithDbAsync(db => db.BusyTimes.CountAsync(b => b.ArtistId == artist, Ct));
}
