using System.Net;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Venues;

/// <summary>A stage's page, and what a new changeover does to the slots.</summary>
public sealed class StagePageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R4_a_new_changeover_rewrites_the_slots_to_come()
    {
        var (director, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        var page = await ChangeAsync(director, venue, changeover: 45);
        Assert.Contains("The stage is saved.", page.Text, StringComparison.Ordinal);
        Assert.Equal(slot.Time.End.AddMinutes(45), await BusyUntilAsync(slot));
    }

    [Fact]
    public async Task R4_a_changeover_that_makes_two_slots_clash_is_refused_whole_and_names_them()
    {
        var (director, venue) = await app.VenueAsync();
        var first = await app.SlotAsync(venue, fromHour: 15, hours: 3);
        var second = await app.SlotAsync(venue, fromHour: 18.5, hours: 2);
        var page = await ChangeAsync(director, venue, changeover: 31, capacity: 999);
        Assert.Equal("With 31 minutes of changeover Fri 5 Mar 2027, 16:00–19:00 would run into Fri 5 Mar 2027, 19:30–21:30. Move one of them first.", page.ErrorOf("Input.Changeover"));
        Assert.Equal(new("Main stage", 120, Room.Standing, 20), await app.WithDbAsync(db => db.Stages.Where(s => s.VenueId == venue.Id).Select(s => s.Profile).SingleAsync(Ct)));
        Assert.Equal(first.Time.End.AddMinutes(20), await BusyUntilAsync(first));
        Assert.Equal(second.Time.End.AddMinutes(20), await BusyUntilAsync(second));
        Assert.Contains("The stage is saved.", (await ChangeAsync(director, venue, changeover: 30)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R2d_of_two_changes_of_a_stage_the_later_is_refused()
    {
        var (director, venue) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        var page = await browser.OpenAsync($"/director/venue/{venue.Id}/stages/{venue.Stages[0].Id}");
        await browser.SubmitAsync(page, "Save", ("Input.Capacity", 150));

        var late = await browser.SubmitAsync(page, "Save", ("Input.Changeover", 45));

        Assert.Contains("Somebody changed this while you were looking", late.Text);
        Assert.Equal(new("Main stage", 150, Room.Standing, 20), await app.WithDbAsync(db => db.Stages.Where(s => s.VenueId == venue.Id).Select(s => s.Profile).SingleAsync(Ct)));
    }

    [Theory]
    [InlineData("Input.Name", "", "Please fill in “Name”.")]
    [InlineData("Input.Capacity", "0", "“Capacity” must be between 1 and 200000.")]
    [InlineData("Input.Capacity", "99999999999999999999", "Capacity")]
    [InlineData("Input.Changeover", "241", "“Changeover (minutes)” must be between 0 and 240.")]
    [InlineData("Input.Room", "Ballroom", "Room")]
    [InlineData("Input.Room", "17", "This value cannot be read.")]
    [InlineData("Input.Name", "Main stage", "The venue has a stage of that name already.")]
    public async Task R2_bad_input_is_refused_beside_its_field(string field, string value, string sentence)
    {
        var (director, venue) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        var page = await browser.SubmitAsync(await browser.OpenAsync($"/director/venue/{venue.Id}/stages/new"), "Add the stage",
            ("Input.Name", "Garden"), ("Input.Capacity", 50), ("Input.Changeover", 10), (field, value));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(sentence, page.ErrorOf(field), StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDbAsync(db => db.Stages.CountAsync(s => s.VenueId == venue.Id, Ct)));
    }

    private async Task<PageView> ChangeAsync(EasyGig.Web.Identity.Person director, Venue venue, int changeover, int capacity = 120)
    {
        var browser = await app.SignInAsync(director);
        var page = await browser.OpenAsync($"/director/venue/{venue.Id}/stages/{venue.Stages[0].Id}");
        return await browser.SubmitAsync(page, "Save", ("Input.Changeover", changeover), ("Input.Capacity", capacity));
    }

    private Task<DateTimeOffset> BusyUntilAsync(Slot slot) => app.WithDbAsync(db => db.Slots.Where(s => s.Id == slot.Id).Select(s => s.BusyUntil).SingleAsync(Ct));
}
