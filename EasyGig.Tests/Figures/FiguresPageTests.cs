using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Tests.Bookings;
using EasyGig.Web.Bookings;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.VisualBasic.FileIO;

namespace EasyGig.Tests.Figures;

/// <summary>The pages of figures, read as tables and as files. It is April 2027 by the time that somebody looks.</summary>
public sealed class FiguresPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static readonly DateTimeOffset Later = new(2027, 4, 20, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R34b_a_director_sees_how_full_the_own_evenings_were_by_the_clock_of_the_venue()
    {
        var (director, venue) = await app.VenueAsync();
        var (_, artist) = await app.ArtistAsync();
        var friday = await app.ApplicationAsync(await app.SlotAsync(venue, inDays: 29, fromHour: 23.5), artist); // 00:30 of Friday 5 March in Rome, still Thursday in UTC
        await app.ApplicationAsync(await app.SlotAsync(venue, inDays: 36), artist); // Thursday 11 March, applied to and never booked
        await app.SlotAsync(venue, inDays: 30, draft: true);
        await app.WithDbAsync(db => db.Slots.Where(s => s.VenueId == venue.Id && s.State == SlotState.Draft).ExecuteUpdateAsync(set => set.SetProperty(s => s.State, SlotState.Cancelled), Ct));
        await app.SlotAsync(venue, inDays: 56, fromHour: 23); // 01:00 of Thursday 1 April in Rome, still March in UTC
        await app.SlotAsync(venue, inDays: 100); // has not begun
        await AtAsync(TestClock.Start.AddHours(10), () => app.AcceptAsync(friday));
        var (_, other) = await app.VenueAsync("Elsewhere");
        await app.AcceptAsync(await app.ApplicationAsync(await app.SlotAsync(other, inDays: 31), (await app.ArtistAsync("Nightjar")).Artist));

        await AtAsync(Later, async () =>
        {
            var browser = await app.SignInAsync(director);
            var page = await browser.OpenAsync("/director/figures?months=3");
            Assert.Contains("1 of 3 slots were filled, 33%.", page.Text, StringComparison.Ordinal);
            var days = Rows(page, "fill-weekday");
            Assert.Equal(["Thursday", "2", "0", "0%"], days[3]);
            Assert.Equal(["Friday", "1", "1", "100%"], days[4]);
            Assert.Equal(["Saturday", "0", "0", "–"], days[5]);
            Assert.Equal([["Feb 2027", "0", "0", "–"], ["Mar 2027", "2", "1", "50%"], ["Apr 2027", "1", "0", "0%"]], Rows(page, "fill-month"));
            Assert.Equal(["Mar 2027", "2", "2", "1.0"], Rows(page, "applications")[1]);
            Assert.Equal(["Feb 2027", "2", "1", "10 h", "10 h"], Rows(page, "answers")[0]);
            Assert.Equal(["Application of its own", "1", "100%"], Rows(page, "sources")[0]);
            Assert.Equal(page.Document.QuerySelectorAll("canvas[role=img]").Length, page.Document.QuerySelectorAll("section.figure-of details[open] > table > caption").Length);

            await AssertSameFileAsync(browser, page, "fill-weekday", ["Weekday", "Offered", "Filled", "Fill rate (percent)"], ["Friday", "1", "1", "100"], row: 4);
            await AssertSameFileAsync(browser, page, "fill-month", ["Month", "Offered", "Filled", "Fill rate (percent)"], ["Feb 2027", "0", "0", ""], row: 0);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/director/figures?handler=Csv&figure=nonsense")).Status);

            var elsewhere = await browser.OpenAsync($"/director/figures?months=abc&at={other.Stages[0].Id}"); // another's stage narrows nothing down, and shows nothing
            Assert.Contains("1 of 3 slots were filled", elsewhere.Text, StringComparison.Ordinal);
            Assert.Equal(12, Rows(elsewhere, "fill-month").Count);
            return true;
        });
    }

    [Fact]
    public async Task R34b_a_director_narrows_the_figures_down_to_a_venue_or_a_stage()
    {
        var (director, first) = await app.VenueAsync("First House");
        var (_, second) = await app.VenueAsync("Second House");
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO venue_directors VALUES ({second.Id}, {director.Id})"));
        await app.SlotAsync(first, inDays: 5);
        await app.AcceptAsync(await app.ApplicationAsync(await app.SlotAsync(second, inDays: 6), (await app.ArtistAsync()).Artist));
        await AtAsync(Later, async () =>
        {
            var browser = await app.SignInAsync(director);
            var all = await browser.OpenAsync("/director/figures");
            Assert.Contains("1 of 2 slots were filled, 50%.", all.Text, StringComparison.Ordinal);
            var one = await browser.SubmitAsync(all, "Show", ("at", second.Stages[0].Id.ToString()), ("months", "24"));
            Assert.Contains("1 of 1 slots were filled, 100%.", one.Text, StringComparison.Ordinal);
            Assert.Equal(24, Rows(one, "fill-month").Count);
            Assert.Equal("1", (await FileAsync(browser, one, "sources"))[1][1]);
            Assert.Equal(["Monday", "1", "0", "0"], (await FileAsync(browser, await browser.OpenAsync($"/director/figures?at={first.Id}"), "fill-weekday"))[1]);
            return true;
        });
    }

    [Fact]
    public async Task R34c_a_promoter_sees_reviews_and_what_is_at_risk_each_currency_by_itself()
    {
        var (promoter, house) = await app.OrganisationAsync();
        var (_, rome) = await app.VenueAsync(housePromoter: house);
        var (_, london) = await app.VenueAsync("Low Door", house, profile: venue => venue with { TimeZone = "Europe/London", Currency = "GBP" });
        var (_, artist) = await app.ArtistAsync();
        var booked = await app.BookingAsync(rome, artist, inDays: 80);
        var abroad = await AbroadAsync(london, artist, inDays: 82);
        await AtAsync(TestClock.Start.AddHours(5), () => ApproveAsync(booked.Booking));
        await AtAsync(TestClock.Start.AddDays(2), () => ApproveAsync(abroad));
        await app.BookingAsync(rome, artist, inDays: 20); // nobody reviews it
        await app.BookingAsync((await app.VenueAsync()).Venue, artist, inDays: 90); // not theirs

        var browser = await app.SignInAsync(promoter);
        var page = await browser.OpenAsync("/promoter/figures?months=3");
        Assert.Equal([["Apr 2027", "1", "0", "€400"]], Rows(page, "risk-eur"));
        Assert.Equal([["Apr 2027", "1", "0", "£400"]], Rows(page, "risk-gbp"));
        Assert.Equal(["Feb 2027", "3", "2", "26.5 h", "43.7 h"], Rows(page, "reviews")[^1]);
        Assert.Equal(["Apr 2027", "0", "2"], Rows(page, "shows")[^1]);
        Assert.Equal(["Month", "Shows", "Sharing the door", "Guaranteed (EUR)"], (await FileAsync(browser, page, "risk-eur"))[0]);
        var today = await browser.OpenAsync("/promoter");
        Assert.Contains("€400 guaranteed for one confirmed show. £400 guaranteed for one confirmed show.", today.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R34d_an_artist_sees_how_often_it_works_out_and_what_it_brings()
    {
        var (person, artist) = await app.ArtistAsync();
        var (_, venue) = await app.VenueAsync();
        var (_, abroad) = await app.VenueAsync("Low Door", profile: profile => profile with { TimeZone = "Europe/London", Currency = "GBP" });
        var (played, _, _) = await app.BookingAsync(venue, artist, inDays: 10);
        await app.WithDbAsync(db => db.Bookings.Where(b => b.Id == played).ExecuteUpdateAsync(set => set.SetProperty(b => b.State, BookingState.Played), Ct));
        await app.BookingAsync(venue, artist, inDays: 60);
        await AbroadAsync(abroad, artist, inDays: 61);
        await app.OfferAsync(await app.ApplicationAsync(await app.SlotAsync(venue, 70), artist), 450);
        await app.ApplicationAsync(await app.SlotAsync(venue, 71), artist);
        await app.BookingAsync(venue, (await app.ArtistAsync("Nightjar")).Artist, inDays: 72);

        var browser = await app.SignInAsync(person);
        var page = await browser.OpenAsync("/artist/figures?months=3");
        Assert.Equal(["Feb 2027", "5", "4", "3", "60%"], Rows(page, "success")[^1]);
        Assert.Equal([["Dec 2026", "0", "€0", "€0"], ["Jan 2027", "0", "€0", "€0"], ["Feb 2027", "1", "€400", "€0"], ["Mar 2027", "0", "€0", "€0"], ["Apr 2027", "1", "€0", "€400"]], Rows(page, "income-eur"));
        Assert.Equal(["Apr 2027", "1", "£0", "£400"], Rows(page, "income-gbp")[^1]);
        Assert.Equal([["Blue Cellar, Bologna", "1", "1"], ["Low Door, Bologna", "0", "1"]], Rows(page, "venues"));
        Assert.Equal([["Bologna", "1", "2"]], Rows(page, "cities"));
        Assert.Contains("Of 5 applications 4 were offered a deal and 3 confirmed: 60%.", (await browser.OpenAsync("/artist")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R34a_an_admin_sees_the_platform_over_time_and_a_new_account_what_to_do_first()
    {
        await Booked.OfAsync(app);
        var admin = await app.SignInAsync(await app.PersonAsync(Roles.Admin));
        var page = await admin.OpenAsync("/admin/figures");
        var happened = Rows(page, "bookings")[^1];
        Assert.True(happened[1..].All(number => int.Parse(number, CultureInfo.InvariantCulture) > 0), string.Join(' ', happened));
        Assert.NotEqual("0", Rows(page, "mails")[^1][1]);

        foreach (var (role, path) in new[] { (Roles.Artist, "/artist/figures"), (Roles.ArtDirector, "/director/figures"), (Roles.Promoter, "/promoter/figures") })
        {
            var empty = await (await app.SignInAsync(await app.PersonAsync(role))).OpenAsync(path);
            Assert.Contains("There is nothing to count yet.", empty.Text, StringComparison.Ordinal);
            Assert.Null(empty.Document.QuerySelector("script[src*=chart]"));
        }
    }

    private static List<List<string>> Rows(PageView page, string figure) =>
        [.. page.Document.QuerySelectorAll($"section[aria-labelledby='{figure}'] tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList())];

    /// <summary>The file holds the rows of the table, number by number.</summary>
    private static async Task AssertSameFileAsync(Visitor browser, PageView page, string figure, string[] heading, string[] expected, int row)
    {
        var file = await FileAsync(browser, page, figure);
        Assert.Equal(heading, file[0]);
        Assert.Equal(expected, file[row + 1]);
        var table = page.Document.QuerySelectorAll($"section[aria-labelledby='{figure}'] tbody tr").Select(tr => tr.Children.Select(cell => cell.GetAttribute("data-value") ?? cell.TextContent.Trim()));
        Assert.Equal(table, file.Skip(1));
    }

    private static async Task<List<string[]>> FileAsync(Visitor browser, PageView page, string figure)
    {
        var link = page.Document.QuerySelector($"section[aria-labelledby='{figure}'] a[href*='handler=Csv']")!.GetAttribute("href");
        using var answer = await browser.FetchAsync(page.Path.Split('?')[0] + link);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        using var reader = new TextFieldParser(new StringReader(await answer.Content.ReadAsStringAsync(Ct))) { Delimiters = [","] };
        List<string[]> rows = [];
        while (!reader.EndOfData) rows.Add(reader.ReadFields()!);
        return rows;
    }

    private async Task<Guid> AbroadAsync(Venue venue, Artist artist, int inDays)
    {
        var start = TestClock.Start.Date.AddDays(inDays).AddHours(20);
        var slot = new Slot(venue, venue.Stages[0], new(new(start, TimeSpan.Zero), new(start.AddHours(3), TimeSpan.Zero)), Told.Terms with { Currency = "GBP" });
        Assert.Null(slot.Publish(TestClock.Start));
        return await app.AcceptAsync(await app.ApplicationAsync(await app.AddAsync(slot), artist));
    }

    private async Task<Refusal?> ApproveAsync(Guid booking)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BookingDesk>().ApproveAsync(booking, Reviewer.Promoter, Ct);
    }

    private async Task AtAsync<T>(DateTimeOffset moment, Func<Task<T>> act)
    {
        app.Clock.Now = moment;
        try { await act(); }
        finally { app.Clock.Now = TestClock.Start; }
    }
}
