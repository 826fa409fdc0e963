using EasyGig.Domain.Bookings;
using EasyGig.Domain.Deals;
using EasyGig.Tests.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Deals;

/// <summary>R6 and R11 in the pages: a slot that shares the door, what an artist reads of it, and what is booked.</summary>
public sealed class DealTermsPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The night of docs/deals.md.</summary>
    private static (string Name, object Value)[] Night(string kind, params (string Name, object Value)[] rest) => SlotForm.Night("2027-05-07", "20:00", "23:00",
    [
        ("Deal.Kind", kind), ("Deal.Share", "70"), ("Deal.Base", "Gross"), ("Deal.TicketPrice", "15"), ("Deal.Capacity", "200"),
        ("Deal.Tax", "10"), ("Deal.TicketFee", "1"), ("Deal.ExpenseCap", "600"), .. rest,
    ]);

    [Fact]
    public async Task R6_a_slot_that_shares_the_door_states_it_and_R11_an_artist_reads_what_it_would_earn()
    {
        var (director, venue) = await app.VenueAsync();
        var page = await (await app.SignInAsync(director)).NewSlotAsync("Publish", Night("Versus"));
        Assert.Contains("€300–€500 or 70 % of the door after tax, whichever is more", page.Text, StringComparison.Ordinal);

        var slot = await app.WithDbAsync(db => db.Slots.SingleAsync(s => s.VenueId == venue.Id, Ct));
        Assert.Equal(new DealTerms { Kind = DealKind.Versus, Share = 70, Base = DealBase.Gross, ProfitShare = 0, TicketPrice = 15, Capacity = 200, Tax = 10, TaxIncluded = true, TicketFee = 1, ExpenseCap = 600 }, slot.Terms.Deal);

        var seen = await app.Open().OpenAsync($"/slots/{slot.Id}");
        Assert.Contains("200 tickets at €15, 10 % tax included; the house keeps €1 of each; expenses count up to €600.", seen.Text, StringComparison.Ordinal);
        Assert.Equal(["€500.00", "€890.91", "€1,336.36", "€1,781.82"], seen.Document.QuerySelectorAll(".earnings > table tbody tr td:last-child").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("or 70 % of the door", (await app.Open().OpenAsync("/slots")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R11_earnings_are_reckoned_by_the_fee_that_was_typed()
    {
        var (director, venue) = await app.VenueAsync();
        await (await app.SignInAsync(director)).NewSlotAsync("Publish", Night("Plus", ("Input.MaxFee", "1000")));
        var slot = await app.WithDbAsync(db => db.Slots.SingleAsync(s => s.VenueId == venue.Id, Ct));
        var browser = await app.SignInAsync((await app.ArtistAsync()).Person);
        var page = await browser.OpenAsync($"/slots/{slot.Id}");
        Assert.Equal("€400.00", Quarter(page));
        var again = await browser.SubmitAsync(page, "Send the application", ("Input.Fee", "700"), ("Input.Message", ""));
        Assert.Equal("€700.00", Quarter(again));

        static string Quarter(PageView page) => page.Document.QuerySelector(".earnings > table tbody td:last-child")!.TextContent.Trim();
    }

    [Fact]
    public async Task R6_a_door_deal_guarantees_nothing_and_is_applied_for_without_a_fee()
    {
        var (director, venue) = await app.VenueAsync();
        await (await app.SignInAsync(director)).NewSlotAsync("Publish", Night("Door", ("Input.MinFee", ""), ("Input.MaxFee", "900")));
        var slot = await app.WithDbAsync(db => db.Slots.SingleAsync(s => s.VenueId == venue.Id, Ct));
        Assert.Equal((0m, 0m), (slot.Terms.MinFee, slot.Terms.MaxFee));
        var browser = await app.SignInAsync((await app.ArtistAsync()).Person);
        var page = await browser.SubmitAsync(await browser.OpenAsync($"/slots/{slot.Id}"), "Send the application", ("Input.Message", "We fill the room."));
        Assert.StartsWith("/artist/applications/", page.Path, StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDbAsync(db => db.Applications.Where(a => a.SlotId == slot.Id).Select(a => a.Fee.Amount).SingleAsync(Ct)));
    }

    [Theory]
    [InlineData("Deal.Share", "", "Say what share the artist has")]
    [InlineData("Deal.Share", "101", "Say what share the artist has")]
    [InlineData("Deal.Base", "", "Say what the share is taken of")]
    [InlineData("Deal.ProfitShare", "-1", "The promoter's profit is a percentage", "Net")]
    [InlineData("Deal.TicketPrice", "", "Terms that share the door state ticket price")]
    [InlineData("Deal.TicketPrice", "15.001", "An amount in EUR does not have that many decimals.")]
    [InlineData("Deal.TicketPrice", "79228162514264337593543950335", "between 0 and 1000000")]
    [InlineData("Deal.Capacity", "", "Terms that share the door state ticket price")]
    [InlineData("Deal.Capacity", "0", "There is at least one ticket to sell.")]
    [InlineData("Deal.Tax", "", "Terms that share the door state ticket price")]
    [InlineData("Deal.Tax", "100.5", "Tax is a percentage from 0 to 100.")]
    [InlineData("Deal.TicketFee", "15.01", "The fee per ticket cannot be more than the ticket costs.")]
    [InlineData("Deal.ExpenseCap", "", "Terms that share the door state ticket price")]
    [InlineData("Deal.Kind", "Barter", "How it pays")]
    [InlineData("Input.MinFee", "", "Say what you pay.", "Gross", "Input.MaxFee")]
    public async Task R6_what_the_terms_leave_out_is_said_beside_its_field_and_nothing_is_lost(string field, string value, string sentence, string of = "Gross", string? also = null)
    {
        var (director, venue) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        var page = await browser.NewSlotAsync("Publish", Night("Versus", ("Deal.Base", of), (field, value), (also ?? field, value), ("Input.Notes", "Keep me.")));
        Assert.Contains(sentence, page.ErrorOf(field), StringComparison.Ordinal);
        Assert.Contains("Keep me.", page.Text, StringComparison.Ordinal);
        if (value != "Barter") Assert.NotNull(page.Document.QuerySelector("details#door[open]"));
        Assert.Empty(await app.WithDbAsync(db => db.Slots.Where(s => s.VenueId == venue.Id).ToListAsync(Ct)));
    }

    [Fact]
    public async Task R19_a_booking_keeps_the_deal_as_it_was_agreed()
    {
        var (director, venue) = await app.VenueAsync();
        await (await app.SignInAsync(director)).NewSlotAsync("Publish", Night("Versus"));
        var slot = await app.WithDbAsync(db => db.Slots.SingleAsync(s => s.VenueId == venue.Id, Ct));
        await app.AcceptAsync(await app.ApplicationAsync(slot, (await app.ArtistAsync()).Artist));
        var booking = await app.WithDbAsync(db => db.Bookings.SingleAsync(b => b.SlotId == slot.Id, Ct));
        Assert.Equal((BookingState.Confirmed, slot.Terms.Deal, 400m), (booking.State, booking.Deal, booking.Fee.Amount));
    }
}
