using System.Net;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Slots;

/// <summary>The form of a slot: what it takes, and what it refuses beside the field.</summary>
public sealed class SlotFormPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R6_a_slot_takes_its_terms_from_the_form_and_its_currency_from_the_venue()
    {
        var (director, venue) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        var page = await browser.NewSlotAsync("Publish", SlotForm.Night("2027-05-01", "20:00", "23:00",
            ("Input.MaxFee", "450.50"), ("Input.Negotiable", "true"), SlotForm.Genres("rock", "jazz"), ("Input.Category", "Tribute"), ("Input.Notes", "Two sets.")));
        Assert.Contains("The slot is published. Artists can apply now.", page.Text, StringComparison.Ordinal);
        Assert.Contains("€300–€450.50", page.Text, StringComparison.Ordinal);
        Assert.Contains("Rock, Jazz", page.Text, StringComparison.Ordinal);
        var slot = await app.WithDbAsync(db => db.Slots.SingleAsync(s => s.VenueId == venue.Id, Ct));
        Assert.Equal((SlotState.Open, 300m, 450.50m, "EUR", true), (slot.State, slot.Terms.MinFee, slot.Terms.MaxFee, slot.Terms.Currency, slot.Terms.Negotiable));
        Assert.Equal((Category.Tribute, "Two sets."), (slot.Terms.Category, slot.Terms.Notes));
    }

    [Fact]
    public async Task R7_a_draft_is_published_by_its_page()
    {
        var (director, venue) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        var draft = await browser.NewSlotAsync("Save as draft", SlotForm.Night("2027-05-01", "20:00", "23:00"));
        Assert.Contains("Nobody can apply before you publish it.", draft.Text, StringComparison.Ordinal);
        Assert.Equal(SlotState.Draft, await StateAsync(venue.Id));
        var open = await browser.SubmitAsync(draft, "Publish");
        Assert.False(open.Has("Publish"));
        Assert.Equal(SlotState.Open, await StateAsync(venue.Id));
        var again = await browser.PostAsync(open, $"{draft.Path}?handler=Publish");
        Assert.Contains("The slot has moved on in the meantime.", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_says_where_to_begin_and_nonsense_is_ignored()
    {
        var (director, venue) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        var page = await browser.OpenAsync($"/director/slots/new?stage={venue.Stages[0].Id}&date=2027-04-02");
        Assert.Equal("2027-04-02", page.Document.QuerySelector("[name='Input.Date']")!.GetAttribute("value"));
        var other = await browser.OpenAsync("/director/slots/new?stage=x%00&date=31.02.2027");
        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.Null(other.Document.QuerySelector("[name='Input.Date']")!.GetAttribute("value") is { Length: > 0 } value ? value : null);
    }

    [Theory]
    [InlineData("Input.Date", "", "Please fill in “Day”.")]
    [InlineData("Input.Date", "2027-13-45", "Day")]
    [InlineData("Input.Date", "2027-02-01", "That time has passed.")]
    [InlineData("Input.Date", "9999-12-31", "That time has passed.")]
    [InlineData("Input.Date", "0001-01-01", "That time has passed.")]
    [InlineData("Input.From", "24:00", "Starts at")]
    [InlineData("Input.To", "20:00", "The end must be after the start.")]
    [InlineData("Input.MinFee", "-1", "“Lowest fee” must be between 0 and 1000000.")]
    [InlineData("Input.MinFee", "99999999999999999999999999999999", "Lowest fee")]
    [InlineData("Input.MinFee", "0.005", "The fee has more decimals than EUR has.")]
    [InlineData("Input.MaxFee", "a lot", "Highest fee")]
    [InlineData("Input.MaxFee", "500.001", "The fee has more decimals than EUR has.")]
    [InlineData("Input.MaxFee", "299", "The highest fee cannot be below the lowest.")]
    [InlineData("Input.Genres", "polka-from-mars", "Choose one to five genres.")]
    [InlineData("Input.Genres", "", "Choose one to five genres.")]
    [InlineData("Input.Category", "Yodel", "Category")]
    [InlineData("Input.Category", "99", "This value cannot be read.")]
    [InlineData("Input.StageId", "nonsense", "Stage")]
    public async Task R6_bad_input_is_refused_beside_its_field_and_kept(string field, string value, string sentence)
    {
        var browser = await DirectorAsync();
        var page = await browser.NewSlotAsync("Publish", SlotForm.Night("2027-05-01", "20:00", "23:00", ("Input.Notes", "Keep me."), (field, value)));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(sentence, page.ErrorOf(field), StringComparison.Ordinal);
        Assert.Contains("Keep me.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R6_too_many_genres_and_too_long_notes_are_refused()
    {
        var browser = await DirectorAsync();
        var genres = await browser.NewSlotAsync("Publish", SlotForm.Night("2027-05-01", "20:00", "23:00",
            SlotForm.Genres("rock", "alternative-rock", "indie-rock", "hard-rock", "progressive-rock", "rockabilly")));
        Assert.Contains("Choose one to five genres.", genres.ErrorOf("Input.Genres"), StringComparison.Ordinal);
        Assert.Equal(6, genres.Document.QuerySelectorAll("details[open] [name='Input.Genres'][checked]").Length);
        var notes = await browser.NewSlotAsync("Publish", SlotForm.Night("2027-05-01", "20:00", "23:00", ("Input.Notes", new string('x', 10_000))));
        Assert.Contains("may be at most 4000 characters long.", notes.ErrorOf("Input.Notes"), StringComparison.Ordinal);
        var none = await browser.SubmitAsync(await browser.OpenAsync("/director/slots/new"), "Publish", SlotForm.Genres(), ("Input.Date", ""));
        Assert.Contains("Choose one to five genres.", none.ErrorOf("Input.Genres"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_director_without_a_stage_is_led_to_the_venue()
    {
        var browser = await app.SignInAsync(await app.PersonAsync(EasyGig.Web.Identity.Roles.ArtDirector));
        var page = await browser.OpenAsync("/director/slots/new");
        Assert.Contains("A slot needs a stage.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[href='/director/venue']"));
    }

    private async Task<SlotState> StateAsync(Guid venue) => await app.WithDbAsync(db => db.Slots.Where(s => s.VenueId == venue).Select(s => s.State).SingleAsync(Ct));

    private async Task<Visitor> DirectorAsync()
    {
        var (director, _) = await app.VenueAsync();
        return await app.SignInAsync(director);
    }
}
