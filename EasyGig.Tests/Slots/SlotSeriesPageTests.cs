using System.Net;
using EasyGig.Domain.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Slots;

/// <summary>R5 on the form of a new slot.</summary>
public sealed class SlotSeriesPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R5_a_night_is_split_and_repeated_every_week()
    {
        var (director, venue) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        var page = await browser.NewSlotAsync("Publish", SlotForm.Night("2027-05-07", "19:00", "23:30", ("Series.Parts", "2"), ("Series.Until", "2027-05-21")));
        Assert.Equal("/director/slots", page.Path);
        Assert.Contains("6 slots are published. Artists can apply now.", page.Text, StringComparison.Ordinal);
        var slots = await SlotsAsync(venue.Id);
        Assert.Equal(6, slots.Count);
        Assert.All(slots, slot => Assert.Equal((SlotState.Open, TimeSpan.FromMinutes(125)), (slot.State, slot.Time.End - slot.Time.Start)));
    }

    [Fact]
    public async Task R5_nights_that_clash_are_left_out_and_named_and_the_rest_is_made()
    {
        var (director, venue) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        await browser.NewSlotAsync("Save as draft", SlotForm.Night("2027-05-14", "22:00", "23:00"));
        var page = await browser.NewSlotAsync("Save as draft", SlotForm.Night("2027-05-07", "20:00", "23:00", ("Series.Until", "2027-05-21")));
        Assert.Contains("2 drafts are saved. Only you see them. Left out: Friday, May 14, 2027: Main stage has a slot already", page.Text, StringComparison.Ordinal);
        Assert.Equal([7, 14, 21], (await SlotsAsync(venue.Id)).Select(slot => slot.Time.Start.Day));
    }

    [Fact]
    public async Task R5_a_night_on_which_the_clocks_skip_its_time_is_left_out_and_named()
    {
        var (director, venue) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        var page = await browser.NewSlotAsync("Publish", SlotForm.Night("2027-03-21", "02:30", "05:00", ("Series.Until", "2027-04-04")));
        Assert.Contains("2 slots are published.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sunday, March 28, 2027: 02:30 does not exist on that day", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await SlotsAsync(venue.Id)).Count);
    }

    [Fact]
    public async Task R5_when_every_night_clashes_nothing_is_made_and_the_form_says_why()
    {
        var (director, venue) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        await browser.NewSlotAsync("Publish", SlotForm.Night("2027-05-07", "20:00", "23:00", ("Series.Until", "2027-05-14")));
        var page = await browser.NewSlotAsync("Publish", SlotForm.Night("2027-05-07", "21:00", "22:00", ("Series.Until", "2027-05-14"), ("Input.Notes", "Keep me.")));
        Assert.Contains("Main stage has a slot already", page.ErrorOf("Input.From"), StringComparison.Ordinal);
        Assert.Contains("Keep me.", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await SlotsAsync(venue.Id)).Count);
    }

    [Theory]
    [InlineData("Series.Parts", "13", "between 1 and 12")]
    [InlineData("Series.Parts", "0", "between 1 and 12")]
    [InlineData("Series.Parts", "11", "the slots are shorter than 15 minutes.")]
    [InlineData("Series.Until", "2027-05-01", "The last night cannot come before the first.")]
    [InlineData("Series.Until", "2047-05-01", "These are more than 200 slots at once")]
    [InlineData("Series.Until", "never", "Every week until")]
    public async Task R5_what_is_no_series_is_said_beside_its_field_and_nothing_is_made(string field, string value, string sentence)
    {
        var (director, venue) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        var page = await browser.NewSlotAsync("Publish", SlotForm.Night("2027-05-07", "20:00", "23:00", (field, value)));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(sentence, page.ErrorOf(field), StringComparison.Ordinal);
        Assert.Empty(await SlotsAsync(venue.Id));
    }

    private Task<List<Slot>> SlotsAsync(Guid venue) => app.WithDbAsync(db => db.Slots.Where(s => s.VenueId == venue).OrderBy(s => s.Time.Start).ToListAsync(Ct));
}
