using EasyGig.Domain;
using System.Net;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Deals;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Bookings;

/// <summary>R19 as the two sides find it.</summary>
public sealed class TermsPageTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public TermsPageTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static readonly (string Name, object Value)[] Versus =
    [
        ("Deal.Kind", "Versus"), ("Deal.Share", "70"), ("Deal.Base", "Gross"), ("Deal.TicketPrice", "15"), ("Deal.Capacity", "200"), ("Deal.Tax", "10"), ("Deal.TicketFee", "1"), ("Deal.ExpenseCap", "600"),
        ("Input.Fee", "350"), ("Input.Clause", "Two rooms,\r\nand dinner."), ("Input.Note", "You asked for the door."),
    ];

    [Fact]
    public async Task R19_the_terms_of_a_booking_have_a_fingerprint_that_is_checked_again()
    {
        var house = await Booked.OfAsync(_app);
        var browser = await _app.SignInAsync(house.Artist);
        var page = await browser.OpenAsync($"{house.Page}/terms");
        var stored = await house.StoredAsync();
        var first = Assert.Single(stored.Versions);
        Assert.Equal((1, TermsState.Agreed, stored.Terms, null), (first.Number, first.State, first.Terms, first.ProposedBy));
        Assert.Contains(TermsFingerprint.Groups(TermsFingerprint.Of(stored, stored.Terms)), page.Text, StringComparison.Ordinal);

        var good = await browser.SubmitAsync(page, "Check again");
        Assert.Contains("Computed again from what is stored: it is the same.", good.Text, StringComparison.Ordinal);

        await using (var bend = _app.Owner.CreateCommand($"ALTER TABLE bookings DISABLE TRIGGER bookings_frozen; UPDATE bookings SET fee = 401 WHERE id = '{house.Booking}'; ALTER TABLE bookings ENABLE TRIGGER bookings_frozen"))
            await bend.ExecuteNonQueryAsync(Booked.Ct);
        Assert.Contains("What is stored is not what was agreed.", (await browser.SubmitAsync(page, "Check again")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Side.Artist)]
    [InlineData(Side.Venue)]
    public async Task R19_other_terms_hold_once_both_sides_have_agreed(Side side)
    {
        var house = await (await Booked.OfAsync(_app, reviewed: true)).ApprovedAsync();
        var (mine, theirs) = side is Side.Artist ? (house.Artist, house.Director) : (house.Director, house.Artist);
        var (one, other) = (await _app.SignInAsync(mine), await _app.SignInAsync(theirs));
        var proposed = await one.SubmitAsync(await one.OpenAsync($"{house.Page}/terms"), "Put these terms forward", Versus);

        Assert.Contains("Your terms are put forward.", proposed.Text, StringComparison.Ordinal);
        Assert.False(proposed.Has("Agree to these terms"));
        Assert.Equal(Booked.Addresses(theirs), await house.ToldAsync("terms_proposed"));
        Assert.Equal((400m, DealKind.Flat), ((await house.StoredAsync()).Fee.Amount, (await house.StoredAsync()).Deal.Kind));
        Assert.Contains("puts other terms forward", (await other.OpenAsync(side is Side.Artist ? "/director" : "/artist")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("puts other terms forward", (await one.OpenAsync(side is Side.Artist ? "/artist" : "/director")).Text, StringComparison.Ordinal);
        var page = await other.OpenAsync(await _app.LinkOfAsync(theirs.Email!, "terms_proposed"));
        var changes = page.Document.QuerySelector("section[aria-labelledby=proposal] table.changes")!;
        Assert.Equal(["€400", "–", "–"], changes.QuerySelectorAll("del").Select(cell => cell.TextContent));
        Assert.Contains("Two rooms,", string.Concat(changes.QuerySelectorAll("ins").Select(cell => cell.TextContent)), StringComparison.Ordinal);
        Assert.Contains("You asked for the door.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("section[aria-labelledby=proposal] .earnings table"));

        var done = await other.SubmitAsync(page, "Agree to these terms");

        Assert.Contains("These terms hold now.", done.Text, StringComparison.Ordinal);
        var stored = await house.StoredAsync();
        Assert.Equal((350m, DealKind.Versus, "Two rooms,\nand dinner."), (stored.Fee.Amount, stored.Deal.Kind, stored.Clause));
        Assert.Equal([(1, TermsState.Agreed), (2, TermsState.Agreed)], stored.Versions.Select(v => (v.Number, v.State)).Order());
        Assert.Equal(Booked.Addresses(house.Artist, house.Director, house.Promoter), await house.ToldAsync("terms_agreed"));
        Assert.Equal($"{house.Page}/terms", await _app.LinkOfAsync(house.Promoter!.Email!, "terms_agreed"));
        Assert.Contains("it is the same.", (await one.SubmitAsync(done, "Check again")).Text, StringComparison.Ordinal);
        var overview = await one.OpenAsync(house.Page);
        Assert.Contains("€350 or 70 % of the door", overview.Text, StringComparison.Ordinal);
        Assert.Contains("agreed to other terms.", overview.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Refuse them", false, TermsState.Refused)]
    [InlineData("Take them back", true, TermsState.Withdrawn)]
    public async Task R19_what_is_refused_or_taken_back_changes_nothing(string button, bool own, TermsState then)
    {
        var house = await Booked.OfAsync(_app);
        var (artist, director) = (await _app.SignInAsync(house.Artist), await _app.SignInAsync(house.Director));
        await artist.SubmitAsync(await artist.OpenAsync($"{house.Page}/terms"), "Put these terms forward", ("Input.Fee", "450"));
        var (browser, page) = own ? (artist, await artist.OpenAsync($"{house.Page}/terms")) : (director, await director.OpenAsync($"{house.Page}/terms"));
        var late = await director.OpenAsync($"{house.Page}/terms");

        await browser.SubmitAsync(page, button);

        var stored = await house.StoredAsync();
        Assert.Equal((400m, then), (stored.Fee.Amount, stored.Versions.Single(v => v.Number == 2).State));
        Assert.Equal(own ? [] : Booked.Addresses(house.Artist), await house.ToldAsync("terms_refused"));
        if (!own) Assert.Equal($"{house.Page}/terms", await _app.LinkOfAsync(house.Artist.Email!, "terms_refused"));
        Assert.Contains("This proposal does not stand any more", (await director.SubmitAsync(late, "Agree to these terms")).Text, StringComparison.Ordinal);
        Assert.Equal(400m, (await house.StoredAsync()).Fee.Amount);
    }

    [Fact]
    public async Task R19_a_newer_proposal_replaces_the_one_that_stands_once_it_was_read()
    {
        var house = await Booked.OfAsync(_app);
        var (artist, director) = (await _app.SignInAsync(house.Artist), await _app.SignInAsync(house.Director));
        var blind = await director.OpenAsync($"{house.Page}/terms");
        await artist.SubmitAsync(await artist.OpenAsync($"{house.Page}/terms"), "Put these terms forward", ("Input.Fee", "450"));

        var unread = await director.SubmitAsync(blind, "Put these terms forward", ("Input.Fee", "380"));
        Assert.Contains("read them first", unread.Text, StringComparison.Ordinal);
        await director.SubmitAsync(unread, "Put these terms forward", ("Input.Fee", "380"));

        Assert.Equal([(1, TermsState.Agreed), (2, TermsState.Replaced), (3, TermsState.Proposed)], (await house.StoredAsync()).Versions.Select(v => (v.Number, v.State)).Order());
        await artist.SubmitAsync(await artist.OpenAsync($"{house.Page}/terms"), "Agree to these terms");
        Assert.Equal(380m, (await house.StoredAsync()).Fee.Amount);
    }

    [Theory]
    [InlineData("Input.Fee", "", "Fee")]
    [InlineData("Input.Fee", "-1", "between 0 and 1000000")]
    [InlineData("Input.Fee", "400.001", "decimals")]
    [InlineData("Deal.Share", "", "Say what share the artist has", "Versus")]
    [InlineData("Deal.Capacity", "0", "There is at least one ticket to sell.", "Versus")]
    [InlineData("Deal.Kind", "Barter", "How the artist is paid")]
    [InlineData("Input.Clause", "2001", "2000")]
    public async Task R19_terms_that_make_no_sense_are_refused_beside_their_field_and_nothing_is_lost(string field, string value, string sentence, string kind = "Flat")
    {
        var house = await Booked.OfAsync(_app);
        var browser = await _app.SignInAsync(house.Director);
        var page = await browser.SubmitAsync(await browser.OpenAsync($"{house.Page}/terms"), "Put these terms forward",
            [.. Versus, ("Deal.Kind", kind), ("Input.Note", "Keep me."), (field, field == "Input.Clause" ? new string('x', 2001) : value)]);
        Assert.Contains(sentence, page.ErrorOf(field), StringComparison.Ordinal);
        Assert.Contains("Keep me.", page.Text, StringComparison.Ordinal);
        Assert.Single((await house.StoredAsync()).Versions);
    }

    [Fact]
    public async Task R19_terms_change_only_while_the_booking_is_confirmed_and_has_not_begun()
    {
        var (waiting, house) = (await Booked.OfAsync(_app, reviewed: true), await Booked.OfAsync(_app));
        var director = await _app.SignInAsync(waiting.Director);
        Assert.False((await director.OpenAsync($"{waiting.Page}/terms")).Has("Put these terms forward"));
        var page = await director.OpenAsync("/account/manage");
        Assert.Contains("Terms change only while", (await director.PostAsync(page, $"{waiting.Page}/terms", ("Input.Fee", "1"), ("Input.Seen", "1"))).Text, StringComparison.Ordinal);

        var (artist, other) = (await _app.SignInAsync(house.Artist), await _app.SignInAsync(house.Director));
        await artist.SubmitAsync(await artist.OpenAsync($"{house.Page}/terms"), "Put these terms forward", ("Input.Fee", "450"));
        var open = await other.OpenAsync($"{house.Page}/terms");
        var own = await artist.OpenAsync($"{house.Page}/terms");
        _app.Clock.Now = house.Start;
        foreach (var closed in (PageView[])[await other.SubmitAsync(open, "Agree to these terms"), await other.SubmitAsync(open, "Refuse them"), await artist.SubmitAsync(own, "Take them back")])
        {
            Assert.Contains("Terms change only while", closed.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("proposes other terms", closed.Text, StringComparison.Ordinal);
        }
        Assert.Equal(TermsState.Proposed, (await house.StoredAsync()).Versions.Single(v => v.Number == 2).State);
        Assert.Equal(400m, (await house.StoredAsync()).Fee.Amount);
    }

    [Fact]
    public async Task R19_nobody_answers_for_the_other_side_and_the_promoter_only_reads()
    {
        var house = await (await Booked.OfAsync(_app, reviewed: true)).ApprovedAsync();
        var (artist, promoter) = (await _app.SignInAsync(house.Artist), await _app.SignInAsync(house.Promoter!));
        var page = await artist.SubmitAsync(await artist.OpenAsync($"{house.Page}/terms"), "Put these terms forward", ("Input.Fee", "450"));
        foreach (var handler in (string[])["Agree", "Refuse"])
            Assert.Equal(HttpStatusCode.NotFound, (await artist.PostAsync(page, $"{house.Page}/terms?handler={handler}", ("number", "2"))).Status);
        var read = await promoter.OpenAsync($"{house.Page}/terms");
        Assert.Contains("Zenith Trio proposes other terms", read.Text, StringComparison.Ordinal);
        foreach (var handler in (string[])["", "Agree", "Refuse", "Withdraw"])
            Assert.Equal(HttpStatusCode.NotFound, (await promoter.PostAsync(read, $"{house.Page}/terms?handler={handler}", ("number", "2"))).Status);
        Assert.Equal(TermsState.Proposed, (await house.StoredAsync()).Versions.Single(v => v.Number == 2).State);
    }
}
