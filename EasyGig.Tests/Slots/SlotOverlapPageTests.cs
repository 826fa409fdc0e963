using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Web.Bookings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Slots;

/// <summary>R4 as a director meets it: one stage, one slot at a time, in the venue's own time.</summary>
public sealed class SlotOverlapPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R4_the_changeover_counts_and_back_to_back_is_allowed()
    {
        var (director, _) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        Assert.Contains("The slot is published.", (await browser.NewSlotAsync("Publish", SlotForm.Night("2027-05-01", "20:00", "23:00"))).Text, StringComparison.Ordinal);

        var early = await browser.NewSlotAsync("Publish", SlotForm.Night("2027-05-01", "23:19", "23:59"));
        Assert.Equal("Main stage has a slot already, Sat 1 May 2027, 20:00–23:00. Changeover after each slot: 20 minutes.", early.ErrorOf("Input.From"));
        Assert.Equal("23:19", early.Document.QuerySelector("[name='Input.From']")!.GetAttribute("value"));
        var before = await browser.NewSlotAsync("Save as draft", SlotForm.Night("2027-05-01", "18:00", "19:41"));
        Assert.Contains("Main stage has a slot already", before.ErrorOf("Input.From"), StringComparison.Ordinal);

        Assert.Contains("The slot is published.", (await browser.NewSlotAsync("Publish", SlotForm.Night("2027-05-01", "23:20", "23:59"))).Text, StringComparison.Ordinal);
        Assert.Contains("The draft is saved.", (await browser.NewSlotAsync("Save as draft", SlotForm.Night("2027-05-01", "18:00", "19:40"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R4_a_clash_with_a_booked_slot_names_the_artist()
    {
        var (director, venue) = await app.VenueAsync();
        var (_, artist) = await app.ArtistAsync("Zenith Trio");
        var application = await app.ApplicationAsync(await app.SlotAsync(venue, fromHour: 19), artist);
        await using (var scope = app.Services.CreateAsyncScope())
            Assert.Null((await scope.ServiceProvider.GetRequiredService<BookingDesk>().AcceptAsync(Side.Venue, application.Id, application.TermsVersion, 0, false, Ct)).Refusal);
        var browser = await app.SignInAsync(director);
        var page = await browser.NewSlotAsync("Publish", SlotForm.Night("2027-03-05", "21:00", "22:00"));
        Assert.Equal("Main stage is taken Fri 5 Mar 2027, 20:00–23:00 by Zenith Trio. Changeover after each slot: 20 minutes.", page.ErrorOf("Input.From"));
    }

    [Fact]
    public async Task R4_an_end_before_the_start_is_on_the_next_day()
    {
        var (director, venue) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        var page = await browser.NewSlotAsync("Publish", SlotForm.Night("2027-05-01", "22:00", "02:00"));
        Assert.Contains("Sat 1 May 2027, 22:00–02:00", page.Text, StringComparison.Ordinal);
        var slot = await app.WithDbAsync(db => db.Slots.SingleAsync(s => s.VenueId == venue.Id, Ct));
        Assert.Equal((new(2027, 5, 1, 20, 0, 0, TimeSpan.Zero), new(2027, 5, 2, 0, 0, 0, TimeSpan.Zero)), (slot.Time.Start, slot.Time.End));
        var clash = await browser.NewSlotAsync("Publish", SlotForm.Night("2027-05-02", "01:00", "03:00"));
        Assert.Contains("Sat 1 May 2027, 22:00–02:00", clash.ErrorOf("Input.From"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R4_a_time_that_the_clocks_skip_is_refused_beside_its_field()
    {
        var (director, _) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        var start = await browser.NewSlotAsync("Publish", SlotForm.Night("2027-03-28", "02:30", "05:00"));
        Assert.Equal("02:30 does not exist on that day: the clocks go forward (Europe/Rome). Choose another time.", start.ErrorOf("Input.From"));
        var end = await browser.NewSlotAsync("Publish", SlotForm.Night("2027-03-27", "23:00", "02:00"));
        Assert.Contains("02:00 does not exist", end.ErrorOf("Input.To"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-27", "23:00", "04:00", "22:00", "02:00")] // four hours, not five: the clocks go forward
    [InlineData("2027-10-30", "22:00", "04:00", "20:00", "03:00")] // seven hours, not six: they go back
    [InlineData("2027-10-31", "02:30", "05:00", "00:30", "04:00")] // the first of the two half past twos
    public async Task R4_times_stay_right_across_a_clock_change(string date, string from, string to, string fromUtc, string toUtc)
    {
        var (director, venue) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        var page = await browser.NewSlotAsync("Publish", SlotForm.Night(date, from, to));
        Assert.Contains($"{from}–{to}", page.Text, StringComparison.Ordinal);
        var slot = await app.WithDbAsync(db => db.Slots.SingleAsync(s => s.VenueId == venue.Id, Ct));
        Assert.Equal((fromUtc, toUtc), ($"{slot.Time.Start.UtcDateTime:HH:mm}", $"{slot.Time.End.UtcDateTime:HH:mm}"));
        var edit = await browser.OpenAsync($"/director/slots/{slot.Id}/edit");
        Assert.Equal((date, from, to), (Value(edit, "Date"), Value(edit, "From"), Value(edit, "To")));
    }

    [Fact]
    public async Task R4_a_cancelled_slot_leaves_the_stage_free()
    {
        var (director, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        var browser = await app.SignInAsync(director);
        await browser.SubmitAsync(await browser.OpenAsync($"/director/slots/{slot.Id}/cancel"), "Cancel the slot", ("Input.Reason", "Flooded."));
        Assert.Equal(SlotState.Cancelled, await app.WithDbAsync(db => db.Slots.Where(s => s.Id == slot.Id).Select(s => s.State).SingleAsync(Ct)));
        Assert.Contains("The slot is published.", (await browser.NewSlotAsync("Publish", SlotForm.Night("2027-03-05", "21:00", "23:59"))).Text, StringComparison.Ordinal);
    }

    private static string? Value(PageView page, string field) => page.Document.QuerySelector($"[name='Input.{field}']")!.GetAttribute("value");
}
