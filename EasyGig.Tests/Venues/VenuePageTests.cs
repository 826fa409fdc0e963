using System.Net;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Venues;

/// <summary>A director signs up for a venue and keeps it up to date.</summary>
public sealed class VenuePageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R2_venue_takes_what_is_left_empty_from_its_city_and_gets_a_stage()
    {
        var director = await app.PersonAsync(Roles.ArtDirector);
        var (_, organisation) = await app.OrganisationAsync();
        var browser = await app.SignInAsync(director);

        var form = await browser.OpenAsync("/director/venue");
        Assert.Equal("/director/venue/new", form.Path);
        var stage = await browser.SubmitAsync(form, "Add the venue", ("Input.Name", "Caffè Müller"), ("Input.Address", "Via Zamboni 1"), ("Input.City", "bologna"),
            ("Input.Photos", "https://example.org/1.jpg\r\n\r\nhttp://example.org/2.jpg"), ("Input.HousePromoterId", organisation.Id));
        Assert.Contains("Caffè Müller is there. Now add its first stage.", stage.Text, StringComparison.Ordinal);
        var venue = await app.WithDbAsync(db => db.VenuesOf(director.Id).SingleAsync(Ct));
        Assert.Equal(("caffe-muller", Scene.Bologna, "Europe/Rome", "EUR"), (venue.Slug, venue.Profile.Place, venue.Profile.TimeZone, venue.Profile.Currency));
        Assert.Equal((44.49, 11.34), (Math.Round(venue.Profile.Latitude, 2), Math.Round(venue.Profile.Longitude, 2)));
        Assert.Equal(["https://example.org/1.jpg", "http://example.org/2.jpg"], venue.Profile.Photos);
        Assert.Equal(organisation.Id, venue.HousePromoterId);

        var page = await browser.SubmitAsync(stage, "Add the stage", ("Input.Name", "Cellar"), ("Input.Capacity", 80), ("Input.Room", "Seated"), ("Input.Changeover", 15));
        Assert.Contains("Cellar", page.Text, StringComparison.Ordinal);
        Assert.Contains("80 people, seated, 15 minutes of changeover", page.Text, StringComparison.Ordinal);
        Assert.Equal(new("Cellar", 80, Room.Seated, 15), await app.WithDbAsync(db => db.Stages.Where(s => s.VenueId == venue.Id).Select(s => s.Profile).SingleAsync(Ct)));
    }

    [Theory]
    [InlineData(SlotState.Open, true)]
    [InlineData(SlotState.Draft, true)]
    [InlineData(SlotState.Cancelled, false)]
    public async Task R4_a_venues_time_zone_stays_while_slots_lie_ahead(SlotState state, bool refused)
    {
        var (director, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue, draft: state is SlotState.Draft);
        if (state is SlotState.Cancelled) await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE slots SET state = 'cancelled' WHERE id = {slot.Id}", Ct));
        var browser = await app.SignInAsync(director);
        var page = await browser.SubmitAsync(await browser.OpenAsync($"/director/venue/{venue.Id}"), "Save", ("Input.TimeZone", "Europe/London"), ("Input.About", "New."));

        Assert.Equal(refused ? "The venue has slots to come, and in another time zone each would be at another hour. Keep the zone, or cancel them first." : "", page.ErrorOf("Input.TimeZone"));
        var stored = await app.WithDbAsync(db => db.Venues.Where(v => v.Id == venue.Id).Select(v => v.Profile).SingleAsync(Ct));
        Assert.Equal(refused ? ("Europe/Rome", "A cellar.") : ("Europe/London", "New."), (stored.TimeZone, stored.About));
    }

    [Fact]
    public async Task R2_two_venues_may_share_a_name_and_one_director()
    {
        var director = await app.PersonAsync(Roles.ArtDirector);
        var browser = await app.SignInAsync(director);
        for (var number = 0; number < 2; number++)
            await browser.SubmitAsync(await browser.OpenAsync("/director/venue/new"), "Add the venue", ("Input.Name", "Twin"), ("Input.Address", "Via Roma 1"), ("Input.City", "Torino"));
        Assert.Equal(2, await app.WithDbAsync(db => db.VenuesOf(director.Id).Select(v => v.Slug).Distinct().CountAsync(Ct)));
        var list = await browser.OpenAsync("/director/venue");
        Assert.Equal(2, list.Document.QuerySelectorAll(".row-card").Length);
        Assert.Contains("0 stages", list.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Name", "", "Please fill in “Name”.")]
    [InlineData("Input.Name", "10000", "“Name” may be at most 120 characters long.")]
    [InlineData("Input.City", "Nowhereville", "Nowhereville")]
    [InlineData("Input.City", "Castro", "Castro (LE)")]
    [InlineData("Input.Latitude", "91", "“Latitude” must be between -90 and 90.")]
    [InlineData("Input.Latitude", "NaN", "“Latitude”")]
    [InlineData("Input.Longitude", "1e999", "“Longitude”")]
    [InlineData("Input.TimeZone", "../etc/passwd", "Choose a time zone from the list.")]
    [InlineData("Input.Currency", "XXX", "Choose a currency from the list.")]
    [InlineData("Input.HousePromoterId", "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "Choose a promoter from the list.")]
    [InlineData("Input.HousePromoterId", "nonsense", "House promoter")]
    [InlineData("Input.Photos", "javascript:alert(1)", "The photo on line 1 is not a full web address")]
    [InlineData("Input.Photos", "https://a.it\nhttps://b.it\nhttps://c.it\nhttps://d.it\nhttps://e.it\nhttps://f.it\nhttps://g.it\nhttps://h.it\nhttps://i.it", "At most 8 photos.")]
    public async Task R2_bad_input_is_refused_beside_its_field_and_kept(string field, string value, string sentence)
    {
        var browser = await DirectorAsync();
        var sent = value == "10000" ? new string('x', 10_000) : value;
        var page = await browser.SubmitAsync(await browser.OpenAsync("/director/venue/new"), "Add the venue",
            [("Input.Name", "Kept"), ("Input.Address", "Via Roma 1"), ("Input.City", "Torino"), (field, sent)]);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(sentence, page.ErrorOf(field), StringComparison.Ordinal);
        Assert.Equal("Via Roma 1", page.Document.QuerySelector("[name='Input.Address']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task R2_an_edit_of_what_somebody_else_changed_is_refused()
    {
        var (director, venue) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        var (one, other) = (await browser.OpenAsync("/director/venue"), await browser.OpenAsync($"/director/venue/{venue.Id}"));
        var saved = await browser.SubmitAsync(one, "Save", ("Input.About", "Loud."));
        Assert.Contains("The venue is saved.", saved.Text, StringComparison.Ordinal);
        var refused = await browser.SubmitAsync(other, "Save", ("Input.About", "Quiet."));
        Assert.Contains("Somebody changed this while you were looking at it.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Quiet.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Loud.", await app.WithDbAsync(db => db.Venues.Where(v => v.Id == venue.Id).Select(v => v.Profile.About).SingleAsync(Ct)));
    }

    [Fact]
    public async Task R6_the_currency_stays_once_there_are_slots_in_it()
    {
        var (director, venue) = await app.VenueAsync();
        await app.SlotAsync(venue);
        var browser = await app.SignInAsync(director);
        var page = await browser.SubmitAsync(await browser.OpenAsync($"/director/venue/{venue.Id}"), "Save", ("Input.Currency", "CHF"));
        Assert.Contains("the currency can no longer change", page.ErrorOf("Input.Currency"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_finds_no_venue_and_no_stage()
    {
        var (_, venue) = await app.VenueAsync();
        var (other, _) = await app.VenueAsync();
        var browser = await app.SignInAsync(other);
        var own = await browser.OpenAsync("/director/venue");
        foreach (var path in new[] { $"/director/venue/{venue.Id}", $"/director/venue/{venue.Id}/stages/new", $"/director/venue/{venue.Id}/stages/{venue.Stages[0].Id}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(path)).Status);
            var posted = await browser.PostAsync(own, path, ("Input.Name", "Mine"), ("Input.Address", "x"), ("Input.City", "Torino"), ("Input.Capacity", "1"), ("Input.Room", "Seated"), ("Input.Changeover", "0"));
            Assert.Equal(HttpStatusCode.NotFound, posted.Status);
        }
        Assert.Equal("Blue Cellar", await app.WithDbAsync(db => db.Venues.Where(v => v.Id == venue.Id).Select(v => v.Profile.Name).SingleAsync(Ct)));
        var artist = await app.SignInAsync(await app.PersonAsync(Roles.Artist));
        Assert.NotEqual(HttpStatusCode.OK, (await artist.OpenAsync("/director/venue/new")).Status);
    }

    private Visitor? _director;

    private async Task<Visitor> DirectorAsync() => _director ??= await app.SignInAsync(await app.PersonAsync(Roles.ArtDirector));
}
