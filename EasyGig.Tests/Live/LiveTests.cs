using System.Net;
using EasyGig.Domain.Bookings;
using EasyGig.Tests.Bookings;
using EasyGig.Tests.Browser;
using EasyGig.Web.Bookings;
using EasyGig.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EasyGig.Tests.Live;

public sealed class LiveTests(PgFixture postgres, Chromium chromium) : LiveNodes(postgres, chromium)
{
    [Fact]
    public async Task R38_what_happens_on_one_node_shows_on_an_open_page_of_another_and_the_bell_rings()
    {
        var (director, venue) = await App.VenueAsync();
        var slot = await App.SlotAsync(venue);
        var (person, _) = await App.ArtistAsync();
        var page = await OpenAsync(director, $"/director/slots/{slot.Id}");
        List<string> complaints = [];
        page.Console += (_, message) => { if (message.Type is "error") complaints.Add(message.Text); };
        await Expect(page.Locator("#now")).ToContainTextAsync("Nobody has applied yet.");
        await Expect(page.Locator(".bell-count")).ToHaveCountAsync(0);

        var artist = await SignInAsync(person);
        await artist.SubmitAsync(await artist.OpenAsync($"/slots/{slot.Id}"), "Send the application", ("Input.Message", "We would love to."), ("Input.Fee", 400));

        await Expect(page.Locator("#now h3")).ToHaveTextAsync("Zenith Trio");
        await Expect(page.Locator(".bell-count")).ToHaveTextAsync("1");
        await Expect(page.Locator("#live [role=status]").First).ToContainTextAsync("Notices: one unread");
        await NotLoadedAnewAsync(page);

        var sent = await App.WithDbAsync(db => db.Applications.SingleAsync(a => a.SlotId == slot.Id, Ct));
        var own = await OpenAsync(person, $"/artist/applications/{sent.Id}");
        var booking = await App.AcceptAsync(sent);
        await Expect(own.Locator("#now .state").First).ToHaveTextAsync("accepted");
        await Expect(own.Locator("#now a[href^='/bookings/']")).ToHaveCountAsync(1);
        await Expect(own.Locator("#history")).ToContainTextAsync("said yes");
        await Expect(own.Locator(".bell-count")).ToHaveTextAsync("1");
        await NotLoadedAnewAsync(own);

        await own.GotoAsync($"/bookings/{booking}");
        await own.GotoAsync("/notices"); // one more page, whose line is new
        await own.GetByRole(AriaRole.Button, new() { Name = "Mark all as read" }).ClickAsync();
        await Expect(own.Locator(".bell-count")).ToHaveCountAsync(0);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task R38_what_somebody_is_typing_stays_and_the_page_says_that_it_has_changed()
    {
        var night = await BookedNight.PendingAsync(App);
        var page = await OpenAsync(night.Promoter, $"/bookings/{night.Booking}");
        await page.Locator("summary").GetByText("Reject it instead").ClickAsync();
        await page.FillAsync("[name='Input.Reason']", "Not on that evening,");
        var artist = await SignInAsync(night.Player);

        await artist.SubmitAsync(await artist.OpenAsync($"/bookings/{night.Booking}/cancel"), "Cancel the booking", ("Input.Reason", "Our van broke down."));

        await Expect(page.Locator("#head .state")).ToHaveTextAsync("cancelled");
        await Expect(page.Locator("#history")).ToContainTextAsync("Our van broke down.");
        await Expect(page.Locator(".live-bar")).ToContainTextAsync("This page has changed.");
        await Expect(page.Locator("[name='Input.Reason']")).ToHaveValueAsync("Not on that evening,");
        await Expect(page.Locator("[name='Input.Reason']")).ToBeFocusedAsync();
        await NotLoadedAnewAsync(page);

        await page.FillAsync("[name='Input.Reason']", "");
        await page.Locator("[name='Input.Reason']").BlurAsync();
        await Expect(page.Locator(".live-bar")).ToContainTextAsync("This page has changed."); // its fold is open still
        await page.Locator("summary").GetByText("Reject it instead").ClickAsync();
        await page.EvaluateAsync("document.activeElement.blur()");
        await Expect(page.Locator("[name='Input.Reason']")).ToHaveCountAsync(0);
        await Expect(page.Locator(".live-bar")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task R38_a_stranger_hears_nothing_and_no_other_site_listens_with_our_cookies()
    {
        const string listen = """
            async ([id, ...foreign]) => {
                const hub = new signalR.HubConnectionBuilder().withUrl('/live', { transport: 1, skipNegotiation: true }).build();
                window.heard = 0;
                hub.on('Changed', () => { window.heard++; });
                await hub.start();
                return await hub.invoke('Watch', [`booking:${id}`, 'booking:nonsense', 'slot:', null, '', ...foreign], 0);
            }
            """;
        var night = await BookedNight.PendingAsync(App);
        var (other, venue) = await App.VenueAsync("Elsewhere");
        var (party, stranger) = (await OpenAsync(night.Player, "/artist"), await OpenAsync(other, "/director"));
        var slot = await App.SlotAsync((await App.VenueAsync("Third Room")).Venue);
        var (player, _) = await App.ArtistAsync("Quartet");
        string[] asked = [$"{night.Booking}", $"person:{night.Player.Id}", $"person:{player.Id}", $"slot:{slot.Id}"];
        Assert.False(await party.EvaluateAsync<bool>(listen, asked));
        Assert.False(await stranger.EvaluateAsync<bool>(listen, asked));

        await using (var scope = App.Services.CreateAsyncScope())
            Assert.Null(await scope.ServiceProvider.GetRequiredService<BookingDesk>().ApproveAsync(night.Booking, Reviewer.Promoter, Ct));
        await party.WaitForFunctionAsync("window.heard >= 2"); // its booking, and its own notice
        var applies = await SignInAsync(player);
        await applies.SubmitAsync(await applies.OpenAsync($"/slots/{slot.Id}"), "Send the application", ("Input.Message", "We would love to."), ("Input.Fee", 400));
        await App.BookingAsync(venue, (await App.ArtistAsync("Volt")).Artist); // which the stranger is told of
        await stranger.WaitForFunctionAsync("window.heard > 0");
        Assert.Equal(1, await stranger.EvaluateAsync<int>("window.heard"));

        Assert.Equal(HttpStatusCode.SwitchingProtocols, await KnockAsync(party, Second.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.Forbidden, await KnockAsync(party, "https://elsewhere.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await KnockAsync(party, "null"));
        Assert.Equal(HttpStatusCode.Unauthorized, await KnockAsync(null, Second.GetLeftPart(UriPartial.Authority)));
    }

    [Fact]
    public async Task R38_a_page_catches_up_with_what_it_missed_and_says_while_it_hears_nothing()
    {
        var night = await BookedNight.ConfirmedAsync(App);
        var page = await OpenAsync(night.Player, $"/bookings/{night.Booking}/messages");
        var director = await SignInAsync(night.Director);

        await DeafenAsync();
        await SayAsync("While nobody listened.");
        await Expect(page.Locator("#thread")).ToContainTextAsync("While nobody listened.", new() { Timeout = 15_000 });

        var refused = 0;
        await page.RouteAsync(url => url.EndsWith("/messages", StringComparison.Ordinal), route => route.Request.Headers.ContainsKey("x-reads-itself") && refused++ < 2 ? route.FulfillAsync(new() { Status = 503 }) : route.FallbackAsync());
        await SayAsync("While nobody could answer.");
        await Expect(page.Locator("#thread")).ToContainTextAsync("While nobody could answer.", new() { Timeout = 30_000 });
        Assert.True(refused > 2);
        Assert.Equal(0, await App.WithDbAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM message_reads WHERE person_id = {night.Player.Id}").SingleAsync(Ct))); // what a page reads by itself, nobody has

        await StopSecondAsync();
        await Expect(page.Locator(".live-bar")).ToHaveTextAsync("Connection lost. Trying again…", new() { Timeout = 15_000 });
        await SayAsync("While the node was gone.");
        StartSecond();
        await Expect(page.Locator("#thread")).ToContainTextAsync("While the node was gone.", new() { Timeout = 60_000 });
        await Expect(page.Locator(".live-bar")).ToBeEmptyAsync();
        await NotLoadedAnewAsync(page);

        var elsewhere = await SignInAsync(night.Player);
        await elsewhere.SubmitAsync(await elsewhere.OpenAsync("/account/manage/password"), "Set the password", ("Input.Current", EasyGigApp.Password), ("Input.Password", "another passphrase altogether"));
        await Expect(page.Locator(".live-bar")).ToContainTextAsync("This page has changed.", new() { Timeout = 15_000 }); // it is signed out, and hears no more

        async Task SayAsync(string words) =>
            await director.SubmitAsync(await director.OpenAsync($"/bookings/{night.Booking}/messages"), "Send the message", ("Input.Text", words));
    }

    [Fact]
    public async Task R38_a_person_has_so_many_pages_that_listen_and_the_next_leaves_it_at_that()
    {
        const string open = """
            async () => {
                const hub = new signalR.HubConnectionBuilder().withUrl('/live', { transport: 1, skipNegotiation: true }).build();
                const full = new Promise(resolve => hub.on('Full', () => resolve(true)));
                await hub.start();
                return Promise.race([hub.invoke('Watch', [], 0).then(() => false), full]);
            }
            """;
        var (director, _) = await App.VenueAsync("Full House");
        var page = await OpenAsync(director, "/director");
        for (var more = 1; more < OpenPages.Most; more++) Assert.False(await page.EvaluateAsync<bool>(open));
        Assert.True(await page.EvaluateAsync<bool>(open));

        var next = await page.Context.NewPageAsync();
        var (lines, reads) = (0, 0);
        next.WebSocket += (_, _) => lines++;
        next.Request += (_, request) => reads += request.Headers.ContainsKey("x-reads-itself") ? 1 : 0;
        var line = await next.RunAndWaitForWebSocketAsync(() => next.GotoAsync($"{Second}director"));
        await next.WaitForTimeoutAsync(4_000); // it would have come back twice
        Assert.Equal((true, 1, 0), (line.IsClosed, lines, reads));
        await Expect(next.Locator(".live-bar")).ToBeEmptyAsync();
    }
}
