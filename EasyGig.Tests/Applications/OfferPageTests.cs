using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Applications;

/// <summary>A venue and an artist come to terms: each offer a version, until one of them says yes.</summary>
public sealed class OfferPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private sealed record Talk(Visitor Director, Visitor Artist, Person DirectorPerson, Person ArtistPerson, Slot Slot, Application Application)
    {
        public string DirectorPage => $"/director/applications/{Application.Id}";
        public string ArtistPage => $"/artist/applications/{Application.Id}";
    }

    [Fact]
    public async Task R12_offer_and_counter_offer_end_in_a_booking_for_what_was_agreed_last()
    {
        var talk = await TalkAsync();
        var offered = await talk.Director.SubmitAsync(await talk.Director.OpenAsync($"{talk.DirectorPage}/offer"), "Send the offer", ("Input.Fee", 450), ("Input.Note", "Two long sets, please."));
        Assert.Contains("Zenith Trio has your offer.", offered.Text);
        Assert.Equal(["Fee|€400|€450"], Changes(await talk.Artist.OpenAsync(talk.ArtistPage)));
        Assert.Contains("Two long sets, please.", (await talk.Artist.OpenAsync(talk.ArtistPage)).Text);

        var countered = await talk.Artist.SubmitAsync(await talk.Artist.OpenAsync($"{talk.ArtistPage}/offer"), "Send the offer", ("Input.Fee", 480));
        Assert.Contains("Your offer waits for Blue Cellar", countered.Text);
        var page = await talk.Director.OpenAsync(talk.DirectorPage);
        Assert.Contains("Zenith Trio offers to play for €480.", page.Text);
        Assert.Equal(["Fee|€450|€480", "Fee|€400|€450"], Changes(page));

        var accept = await talk.Director.OpenAsync($"{talk.DirectorPage}/accept");
        Assert.Contains("for €480.", accept.Text);
        var booked = await talk.Director.SubmitAsync(accept, "Accept Zenith Trio");

        Assert.Contains("€480", booked.Text);
        Assert.Equal(480, await app.WithDbAsync(db => db.Bookings.Where(b => b.SlotId == talk.Slot.Id).Select(b => b.Fee.Amount).SingleAsync()));
        Assert.Equal([OfferState.Replaced, OfferState.Accepted], await StatesAsync(talk));
        Assert.Equal(["confirmed", "offered"], await MailsAsync(talk.ArtistPerson));
        Assert.Equal(["confirmed", "counter_offered"], await MailsAsync(talk.DirectorPerson));
        Assert.Contains(await app.WithDbAsync(db => db.Mails.Where(m => m.PersonId == talk.ArtistPerson.Id).Select(m => m.Text).ToListAsync()), text => text.Contains("€450") && text.Contains("Two long sets, please."));
    }

    [Fact]
    public async Task R12_each_side_may_take_its_offer_back_or_refuse_the_others()
    {
        var talk = await TalkAsync();
        await OfferAsync(talk.Director, talk.DirectorPage, 450);
        var back = await talk.Director.SubmitAsync(await talk.Director.OpenAsync(talk.DirectorPage), "Take it back");
        Assert.Contains("Your offer is taken back.", back.Text);
        Assert.False((await talk.Artist.OpenAsync(talk.ArtistPage)).Has("Take the offer"));

        await OfferAsync(talk.Director, talk.DirectorPage, 460);
        await OfferAsync(talk.Artist, talk.ArtistPage, 490);
        Assert.Contains("You refused the offer.", (await talk.Director.SubmitAsync(await talk.Director.OpenAsync(talk.DirectorPage), "Refuse the offer")).Text);

        await OfferAsync(talk.Director, talk.DirectorPage, 470);
        await OfferAsync(talk.Artist, talk.ArtistPage, 480);
        Assert.Contains("Your offer is taken back.", (await talk.Artist.SubmitAsync(await talk.Artist.OpenAsync(talk.ArtistPage), "Take it back")).Text);

        Assert.Equal([OfferState.Withdrawn, OfferState.Replaced, OfferState.Refused, OfferState.Replaced, OfferState.Withdrawn], await StatesAsync(talk));
        Assert.Equal(["counter_refused", "offer_withdrawn", "offered", "offered", "offered"], await MailsAsync(talk.ArtistPerson));
        Assert.Equal(["counter_offered", "counter_offered", "counter_withdrawn"], await MailsAsync(talk.DirectorPerson));
        Assert.Equal(ApplicationState.Shortlisted, await app.WithDbAsync(db => db.Applications.Where(a => a.Id == talk.Application.Id).Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task R12_a_yes_is_to_the_offer_that_was_on_the_page()
    {
        var talk = await TalkAsync();
        await OfferAsync(talk.Director, talk.DirectorPage, 450);
        var (open, counter) = (await talk.Artist.OpenAsync(talk.ArtistPage), await talk.Artist.OpenAsync($"{talk.ArtistPage}/offer"));
        await OfferAsync(talk.Director, talk.DirectorPage, 420);

        Assert.Contains("Another offer has come in", (await talk.Artist.SubmitAsync(open, "Take the offer")).Text);
        Assert.Contains("Another offer has come in", (await talk.Artist.SubmitAsync(open, "Refuse the offer")).Text);
        var late = await talk.Artist.SubmitAsync(counter, "Send the offer", ("Input.Fee", 480));
        Assert.Contains("Another offer has come in", late.Text);
        Assert.Equal("480", late.Document.QuerySelector("[name='Input.Fee']")!.GetAttribute("value"));
        Assert.Contains("Your offer waits for Blue Cellar", (await talk.Artist.SubmitAsync(late, "Send the offer")).Text);
        Assert.Equal(0, await app.WithDbAsync(db => db.Bookings.CountAsync(b => b.SlotId == talk.Slot.Id)));
    }

    [Theory]
    [InlineData(false, "The slot is not negotiable: stay within €300–€500.")]
    [InlineData(true, "")]
    public async Task R9_a_counter_offer_keeps_to_the_range_unless_the_slot_is_negotiable(bool negotiable, string error)
    {
        var talk = await TalkAsync(negotiable);
        await OfferAsync(talk.Director, talk.DirectorPage, 450);
        Assert.Equal(error, (await OfferAsync(talk.Artist, talk.ArtistPage, 900)).ErrorOf("Input.Fee"));
    }

    [Theory]
    [InlineData("-1", "“Fee” must be between 0 and 1000000.")]
    [InlineData("lots", "“Fee” cannot be read like this.")]
    [InlineData("", "State the fee.")]
    [InlineData("400.001", "EUR has no amounts that small.")]
    public async Task R6_an_offer_that_makes_no_sense_is_refused_beside_its_field(string fee, string error)
    {
        var talk = await TalkAsync();
        var refused = await OfferAsync(talk.Director, talk.DirectorPage, fee);
        Assert.Contains(error.Split('.')[0], refused.ErrorOf("Input.Fee"));
        Assert.Equal(fee, refused.Document.QuerySelector("[name='Input.Fee']")!.GetAttribute("value") ?? "");
        Assert.Empty(await StatesAsync(talk));
    }

    [Fact]
    public async Task R11_before_an_offer_is_sent_its_side_sees_what_it_comes_to()
    {
        var talk = await TalkAsync();
        var form = await talk.Director.OpenAsync($"{talk.DirectorPage}/offer");
        var reckoned = await talk.Director.SubmitAsync(form, "What does it come to?", ("Input.Fee", 500), ("Deal.Kind", "Versus"), ("Deal.Share", 70), ("Deal.Base", "Gross"),
            ("Deal.TicketPrice", 10), ("Deal.Capacity", 100), ("Deal.Tax", 0), ("Deal.TicketFee", 0), ("Deal.ExpenseCap", 0));
        var earnings = reckoned.Document.QuerySelectorAll(".earnings > table tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim().Replace('\u00a0', ' '))));
        Assert.Equal(["25 % 25 €500.00", "50 % 50 €500.00", "75 % 75 €525.00", "100 % 100 €700.00"], earnings);
        Assert.Empty(await StatesAsync(talk));

        Assert.Contains("has your offer", (await talk.Director.SubmitAsync(reckoned, "Send the offer")).Text);
        var read = await talk.Artist.OpenAsync(talk.ArtistPage);
        Assert.Contains("€500 or 70 % of the door", read.Text.Replace('\u00a0', ' '));
        Assert.Contains("You are booked.", (await talk.Artist.SubmitAsync(read, "Take the offer")).Text);
        var booking = await app.WithDbAsync(db => db.Bookings.AsNoTracking().SingleAsync(b => b.SlotId == talk.Slot.Id));
        Assert.Equal((500, 70m), (booking.Fee.Amount, booking.Deal.Share));
    }

    private static async Task<PageView> OfferAsync(Visitor who, string page, object fee) => await who.SubmitAsync(await who.OpenAsync($"{page}/offer"), "Send the offer", ("Input.Fee", fee));

    private static IEnumerable<string> Changes(PageView page) => page.Document.QuerySelectorAll(".offers .changes tbody tr")
        .Select(row => string.Join('|', row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim())));

    private Task<List<OfferState>> StatesAsync(Talk talk) => app.WithDbAsync(db => db.Offers.Where(o => o.ApplicationId == talk.Application.Id).OrderBy(o => o.Number).Select(o => o.State).ToListAsync());

    private Task<List<string>> MailsAsync(Person person) => app.WithDbAsync(db => db.Mails.Where(m => m.PersonId == person.Id).OrderBy(m => m.Kind).Select(m => m.Kind).ToListAsync());

    private async Task<Talk> TalkAsync(bool negotiable = false)
    {
        var (director, venue) = await app.VenueAsync();
        var (person, artist) = await app.ArtistAsync();
        var slot = await app.SlotAsync(venue, negotiable: negotiable);
        return new(await app.SignInAsync(director), await app.SignInAsync(person), director, person, slot, await app.ApplicationAsync(slot, artist));
    }
}
