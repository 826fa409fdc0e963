using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Offers;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace EasyGig.Tests.Browser;

/// <summary>From a slot with a versus deal to what both sides thought of the evening, as seven people do it in a real browser: every mail and every number on the way.</summary>
public sealed class NegotiationJourneyTests(PgFixture postgres, Chromium chromium) : Journey(postgres, chromium)
{
    private sealed record Band(Person Person, Artist Artist, IPage Page)
    {
        public Guid Application { get; set; }
        public string Name => Artist.Profile.Name;
        public string At => $"/artist/applications/{Application}";
    }

    private Person _dora = null!, _piero = null!;
    private IPage _director = null!, _promoter = null!;
    private Band[] _bands = [];

    [Fact]
    public async Task R12_R15_R16_R19_R20_R21_a_negotiation_from_the_slot_to_the_ratings()
    {
        await GatherAsync();
        await PublishAsync();
        foreach (var (band, fee) in _bands.Zip((string[])["400", "380", "350", "500", "300"])) await ApplyAsync(band, fee);
        Assert.Equal(5, await MailsToAsync(_dora, "applied"));

        var (first, second) = (_bands[0], _bands[1]);
        await BargainAsync(first, "450", "480");
        await BargainAsync(second, "420", "440");
        await ReadsEarningsAsync(first.Page, "25 % 30 €480.00", "50 % 60 €480.00", "75 % 90 €630.00", "100 % 120 €840.00");

        var rejected = await AcceptAsync(first);
        await RejectAsync(rejected);
        var booking = await TakeInTurnAsync(second);
        await ApproveAsync(booking);
        await ChangeTermsAsync(booking, second);
        await TalkAsync(booking, second);
        await PlayAndRateAsync(booking, second);
    }

    private async Task GatherAsync()
    {
        var (piero, organisation) = await App.OrganisationAsync();
        var (dora, _) = await App.VenueAsync(housePromoter: organisation);
        (_dora, _piero) = (dora, piero);
        (_director, _promoter) = (await SignInAsync(dora), await SignInAsync(piero));
        foreach (var name in (string[])["Zenith Trio", "Nightjar", "Owl", "Wren", "Heron"])
        {
            var (person, artist) = await App.ArtistAsync(name);
            _bands = [.. _bands, new(person, artist, await SignInAsync(person))];
        }
    }

    private async Task PublishAsync()
    {
        await _director.GotoAsync("/director/slots/new");
        await FillAsync(_director, ("Date", $"{App.Clock.Now.AddDays(8):yyyy-MM-dd}"), ("From", "21:00"), ("To", "23:30"), ("MinFee", "300"), ("MaxFee", "500"));
        await _director.Locator("[name='Deal.Kind']").SelectOptionAsync("Versus");
        await _director.Locator("[name='Deal.Base']").SelectOptionAsync("Gross");
        await FillAsync(_director, ("Deal.Share", "70"), ("Deal.TicketPrice", "10"), ("Deal.Capacity", "120"), ("Deal.Tax", "0"), ("Deal.TicketFee", "0"), ("Deal.ExpenseCap", "0"));
        await TickAsync(_director, "jazz");
        await PressAsync(_director, "Publish");
        await ReadsAsync(_director, "Artists can apply now.");
    }

    private async Task ApplyAsync(Band band, string fee)
    {
        var slot = await App.WithDbAsync(db => db.Slots.Select(s => s.Id).SingleAsync());
        await band.Page.GotoAsync($"/slots/{slot}");
        await FillAsync(band.Page, ("Message", $"We are {band.Name}."), ("Fee", fee));
        await PressAsync(band.Page, "Send the application");
        band.Application = await App.WithDbAsync(db => db.Applications.Where(a => a.ArtistId == band.Artist.Id).Select(a => a.Id).SingleAsync());
    }

    private async Task BargainAsync(Band band, string offered, string countered)
    {
        await OfferAsync(_director, $"/director/applications/{band.Application}", offered);
        await MailedAsync("offered", band.Person.Email!);
        await OfferAsync(band.Page, band.At, countered);
        await _director.GotoAsync($"/director/applications/{band.Application}");
        await ReadsAsync(_director, $"{band.Name} offers to play for €{countered} or 70");
        await Assertions.Expect(_director.Locator(".offers .changes").First).ToContainTextAsync($"€{offered}");
    }

    private static async Task OfferAsync(IPage page, string application, string fee)
    {
        await page.GotoAsync($"{application}/offer");
        await FillAsync(page, ("Fee", fee));
        await PressAsync(page, "Send the offer");
    }

    private async Task<Guid> AcceptAsync(Band band)
    {
        await _director.GotoAsync($"/director/applications/{band.Application}/accept");
        await Assertions.Expect(_director.Locator(".consequences ol li")).ToHaveTextAsync(["Nightjar (the offer ends)", "Owl", "Wren", "Heron"]);
        await ReadsAsync(_director, "A mail asks Night Shift for the review. Nobody else is told.");
        await PressAsync(_director, $"Accept {band.Name}");
        Assert.Equal((1, 0), (await MailsToAsync(_piero, "accepted"), await MailsAsync("confirmed")));
        return await BookedAsync(band, 480);
    }

    private async Task RejectAsync(Guid booking)
    {
        await _promoter.GotoAsync($"/bookings/{booking}");
        await _promoter.Locator("summary", new() { HasText = "Reject it instead" }).ClickAsync();
        await FillAsync(_promoter, ("Reason", "They played across the road last week."));
        await PressAsync(_promoter, "Reject the booking");
        foreach (var reader in (Person[])[_dora, _piero, _bands[0].Person]) await MailedAsync("rejected", reader.Email!);
        Assert.Equal([OfferState.Lapsed], await App.WithDbAsync(db => db.Offers.Where(o => o.ApplicationId == _bands[1].Application && o.Number == 2).Select(o => o.State).ToListAsync()));
    }

    /// <summary>Takes what the waiting list brings: the slot on the terms that the venue offered last.</summary>
    private async Task<Guid> TakeInTurnAsync(Band band)
    {
        await MailedAsync("revived", band.Person.Email!);
        await band.Page.GotoAsync(band.At);
        await PressAsync(band.Page, "Take the offer");
        await MailedAsync("offer_taken", _dora.Email!);
        return await BookedAsync(band, 420);
    }

    private async Task ApproveAsync(Guid booking)
    {
        await _promoter.GotoAsync($"/bookings/{booking}");
        await PressAsync(_promoter, "Approve the booking");
        foreach (var reader in (Person[])[_dora, _piero, _bands[1].Person]) await MailedAsync("confirmed", reader.Email!);
        foreach (var rival in _bands[2..]) await MailedAsync("missed_out", rival.Person.Email!);
        Assert.Equal(0, await MailsToAsync(_bands[0].Person, "missed_out"));
    }

    private async Task ChangeTermsAsync(Guid booking, Band band)
    {
        await _director.GotoAsync($"/bookings/{booking}/terms");
        await _director.Locator("summary", new() { HasText = "Propose other terms" }).ClickAsync();
        await FillAsync(_director, ("Fee", "460"), ("Clause", "Two rooms and breakfast."));
        await PressAsync(_director, "Put these terms forward");
        await MailedAsync("terms_proposed", band.Person.Email!);
        await band.Page.GotoAsync($"/bookings/{booking}/terms");
        await ReadsEarningsAsync(band.Page, "25 % 30 €460.00", "50 % 60 €460.00", "75 % 90 €630.00", "100 % 120 €840.00");
        await PressAsync(band.Page, "Agree to these terms");
        foreach (var reader in (Person[])[_dora, _piero, band.Person]) await MailedAsync("terms_agreed", reader.Email!);
        await BookedAsync(band, 460);
    }

    private async Task TalkAsync(Guid booking, Band band)
    {
        foreach (var (page, words) in ((IPage, string)[])[(band.Page, "When may we load in?"), (_director, "From five, through the yard.")])
        {
            await page.GotoAsync($"/bookings/{booking}/messages");
            await FillAsync(page, ("Text", words));
            await PressAsync(page, "Send the message");
        }
        await ReadsAsync(_director, "When may we load in?");
        Assert.Equal((1, 1, 2), (await MailsToAsync(_dora, "message_sent"), await MailsToAsync(band.Person, "message_sent"), await MailsToAsync(_piero, "message_sent")));
    }

    private async Task PlayAndRateAsync(Guid booking, Band band)
    {
        App.Clock.Now = await App.WithDbAsync(db => db.Bookings.Where(b => b.Id == booking).Select(b => b.Time.End).SingleAsync());
        await _director.GotoAsync($"/bookings/{booking}");
        await PressAsync(_director, "It was played");
        foreach (var reader in (Person[])[_dora, band.Person]) await MailedAsync("played", reader.Email!);
        foreach (var (page, stars, rated) in ((IPage, int, string)[])[(_director, 5, band.Name), (band.Page, 4, "Blue Cellar")])
        {
            await page.GotoAsync($"/bookings/{booking}");
            await page.Locator($"[name='Input.Stars'][value='{stars}']").CheckAsync();
            await FillAsync(page, ("Text", "Gladly again."));
            await PressAsync(page, $"Rate {rated}");
        }
        foreach (var reader in (Person[])[_dora, band.Person]) await MailedAsync("rated", reader.Email!);
        Assert.Equal([(Party.Venue, 5), (Party.Artist, 4)], (await App.WithDbAsync(db => db.Ratings.Where(r => r.BookingId == booking).OrderByDescending(r => r.Stars).ToListAsync())).Select(r => (r.Side, r.Stars)));
        await band.Page.GotoAsync($"/artists/{band.Artist.Slug}");
        await ReadsAsync(band.Page, "Gladly again.");
    }

    /// <summary>The live booking of a band, which is for that fee and 70 % of the door.</summary>
    private async Task<Guid> BookedAsync(Band band, decimal fee)
    {
        var booking = await App.WithDbAsync(db => db.Bookings.AsNoTracking().SingleAsync(b => b.ApplicationId == band.Application));
        Assert.Equal((fee, 70m), (booking.Fee.Amount, booking.Deal.Share));
        return booking.Id;
    }

    private static async Task ReadsEarningsAsync(IPage page, params string[] rows)
    {
        if (page.Url.Contains("/offer", StringComparison.Ordinal)) await page.GotoAsync(page.Url.Replace("/offer", "", StringComparison.Ordinal));
        var read = await page.Locator(".earnings > table").First.Locator("tbody tr").AllInnerTextsAsync();
        Assert.Equal(rows, read.Select(row => string.Join(' ', row.Split(['\t', '\n', ' ', '\u00a0'], StringSplitOptions.RemoveEmptyEntries))));
    }

    private Task<int> MailsToAsync(Person person, string kind) => App.WithDbAsync(db => db.Mails.CountAsync(m => m.Kind == kind && m.PersonId == person.Id));
}
