using System.Net;
using EasyGig.Domain.Searches;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Searches;

/// <summary>R8 as an artist lives it: keeps a search, finds it again, changes and deletes it.</summary>
public sealed class SearchesPageTests : IClassFixture<EasyGigApp>
{
    private const string Page = "/artist/searches";

    private readonly EasyGigApp _app;

    public SearchesPageTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R8_a_search_is_saved_where_it_was_made_and_found_again()
    {
        await _app.SlotAsync((await _app.VenueAsync()).Venue, 12);
        var artist = await _app.SignInAsync((await _app.ArtistAsync()).Person);
        var search = await artist.OpenAsync("/slots?city=Bologna&genre=rock&from=2027-02-15&sort=distance");
        Assert.Equal("Rock, Bologna, from Monday, February 15, 2027", search.Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));

        var saved = await artist.SubmitAsync(search, "Save the search", ("Input.Name", "Home games"), ("Input.Alert", "Daily"));

        Assert.Equal(Page, saved.Path);
        foreach (var said in (string[])["The search is saved.", "Home games", "Mails: every day at 08:00, Europe/Rome (UTC+1)", "1 open slot"]) Assert.Contains(said, saved.Text, StringComparison.Ordinal);
        Assert.Equal(["Rock", "Bologna", "from Monday, February 15, 2027"], saved.Document.QuerySelectorAll("li.chip").Select(chip => chip.TextContent));
        var link = saved.Document.QuerySelector(".row-card-side a")!.GetAttribute("href")!;
        Assert.Equal("/slots?genre=rock&city=Bologna&from=2027-02-15", link);
        var again = await artist.OpenAsync(link + "&sort=fee&currency=EUR");
        Assert.True(again.Has("Save the search")); // one more filter
        again = await artist.OpenAsync(link + "&sort=fit");
        Assert.Contains("You keep this search as “Home games”.", again.Text, StringComparison.Ordinal);
        Assert.False(again.Has("Save the search"));
    }

    [Fact]
    public async Task R8_only_an_artist_who_narrows_something_down_is_asked_to_save_it()
    {
        var artist = await _app.SignInAsync((await _app.ArtistAsync()).Person);
        Assert.False((await artist.OpenAsync("/slots")).Has("Save the search"));
        Assert.False((await _app.Open().OpenAsync("/slots?genre=rock")).Has("Save the search"));
        Assert.False((await (await _app.SignInAsync((await _app.VenueAsync()).Director)).OpenAsync("/slots?genre=rock")).Has("Save the search"));

        var nothing = await artist.PostAsync(await artist.OpenAsync(Page), $"{Page}?handler=Save", ("Input.Name", "All"), ("Input.Address", "/slots?genre=nonsense&sort=fee"), ("Input.Alert", "Daily"));
        Assert.Contains("Choose a filter first", nothing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R8_an_address_of_elsewhere_is_kept_as_the_filters_that_can_be_read_in_it()
    {
        var (person, _) = await _app.ArtistAsync();
        var artist = await _app.SignInAsync(person);
        var page = await artist.OpenAsync(Page);
        foreach (var address in (string[])["", "/admin", "?", "/slots?q=%20", "%00?%00=%ff&q=\ud800", "javascript:alert(1)"])
            Assert.Contains("Choose a filter first", (await SendAsync(address, "Daily")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The search is saved.", (await SendAsync("/slots?minFee=7", "7")).Text, StringComparison.Ordinal);
        Assert.Empty(await KeptAsync());

        foreach (var address in (string[])["//evil.example/?genre=rock&next=/admin", "https://evil.example/slots?minFee=12&to=2027-03-01"])
            Assert.Contains("The search is saved.", (await SendAsync(address, "None")).Text, StringComparison.Ordinal);
        Assert.Equal([("/slots?genre=rock", null), ("/slots?to=2027-03-01&minFee=12", new DateOnly(2027, 3, 1))], await KeptAsync());

        Task<PageView> SendAsync(string address, string alert) => artist.PostAsync(page, $"{Page}?handler=Save", ("Input.Name", "All"), ("Input.Address", address), ("Input.Alert", alert));
        async Task<IEnumerable<(string, DateOnly?)>> KeptAsync() => (await _app.WithDbAsync(db => db.SearchesOf(person.Id).OrderBy(s => s.Query).ToListAsync(Ct))).Select(s => (s.Query, s.Until));
    }

    [Fact]
    public async Task R8_the_same_search_is_kept_once_however_it_is_written()
    {
        var (person, _) = await _app.ArtistAsync();
        Assert.Null(await _app.SaveAsync(person, "/slots?city=Bologna&genre=rock&genre=jazz"));
        Assert.Null(await _app.SaveAsync((await _app.ArtistAsync()).Person, "/slots?city=Bologna&genre=rock&genre=jazz"));
        var artist = await _app.SignInAsync(person);
        var page = await artist.OpenAsync("/slots?city=Bologna&genre=rock");

        var again = await artist.PostAsync(page, $"{Page}?handler=Save", ("Input.Name", "Once more"), ("Input.Address", "/slots?genre=JAZZ&genre=Rock&city=Bologna&cursor=1&sort=fee&km=0"), ("Input.Alert", "None"));

        Assert.Contains("You keep this very search already.", again.Text, StringComparison.Ordinal);
        Assert.Equal("Once more", again.Document.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Equal("None", again.Document.QuerySelector("#Input_Alert option[selected]")!.GetAttribute("value"));
        Assert.Equal(1, await _app.WithDbAsync(db => db.SearchesOf(person.Id).CountAsync(Ct)));
    }

    [Fact]
    public async Task R8_a_person_keeps_twenty_searches()
    {
        var (person, _) = await _app.ArtistAsync();
        for (var fee = 1; fee <= SavedSearch.Most; fee++) Assert.Null(await _app.SaveAsync(person, $"/slots?minFee={fee}"));
        var artist = await _app.SignInAsync(person);

        var full = await artist.SubmitAsync(await artist.OpenAsync("/slots?minFee=500"), "Save the search", ("Input.Name", "One too many"));
        Assert.Contains("You can keep 20 searches. Delete one that you no longer need.", full.Text, StringComparison.Ordinal);
        Assert.Equal("One too many", full.Document.QuerySelector("#Input_Name")!.GetAttribute("value"));

        Assert.Contains("The search is deleted.", (await artist.SubmitAsync(full, "Delete the search: Rock nearby")).Text, StringComparison.Ordinal);
        Assert.Contains("The search is saved.", (await artist.SubmitAsync(full, "Save the search")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R8_a_saved_search_is_renamed_and_its_mails_are_chosen()
    {
        var (person, id) = await _app.SearcherAsync(400);
        var artist = await _app.SignInAsync(person);
        var page = await artist.OpenAsync(Page);

        var nameless = await artist.SubmitAsync(page, "Save: Rock nearby", ("Input.Name", "  "), ("Input.Alert", "None"));
        Assert.Equal("Please fill in “Name”.", nameless.ErrorOf("Input.Name"));
        Assert.Equal("None", nameless.Document.QuerySelector($"#alert-{id} option[selected]")!.GetAttribute("value"));
        var changed = await artist.SubmitAsync(nameless, "Save: Rock nearby", ("Input.Name", "Loud"), ("Input.Alert", "None"));

        Assert.Contains("The search is changed.", changed.Text, StringComparison.Ordinal);
        Assert.Contains("Mails: none", changed.Text, StringComparison.Ordinal);
        Assert.Equal(("Loud", SearchAlert.None), ((await _app.StoredAsync(id)).Name, (await _app.StoredAsync(id)).Alert));
    }

    [Fact]
    public async Task R8_a_strangers_search_is_not_there()
    {
        var (_, id) = await _app.SearcherAsync(410);
        var stranger = await _app.SignInAsync((await _app.SearcherAsync(410)).Person);
        var page = await stranger.OpenAsync(Page);
        foreach (var act in (string[])["Change", "Delete"])
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(page, $"{Page}?handler={act}&id={id}", ("Input.Name", "Mine"), ("Input.Alert", "None"))).Status);
        Assert.Equal(("Rock nearby", SearchAlert.AtOnce), ((await _app.StoredAsync(id)).Name, (await _app.StoredAsync(id)).Alert));
    }

    [Fact]
    public async Task R8_an_artist_without_a_search_reads_how_to_get_one() =>
        Assert.Contains("You keep no search yet.", (await (await _app.SignInAsync(await _app.PersonAsync(Roles.Artist))).OpenAsync(Page)).Text, StringComparison.Ordinal);
}
