using System.Net;

namespace EasyGig.Tests.Slots;

public sealed class SlotPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R7_everybody_reads_an_open_slot_and_nobody_a_draft()
    {
        var (director, venue) = await app.VenueAsync("Open House");
        var (open, draft) = (await app.SlotAsync(venue), await app.SlotAsync(venue, 31, draft: true));

        var page = await app.Open().OpenAsync($"/slots/{open.Id}");

        Assert.Contains("Open House", page.Text);
        Assert.Contains("21:00–00:00", page.Text); // Rome
        Assert.Contains("Europe/Rome (UTC+1)", page.Text);
        Assert.Contains("€300–€500", page.Text);
        Assert.Contains("120 people", page.Text);
        Assert.Contains("Two sets.", page.Text);
        Assert.DoesNotContain(director.Email!, page.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().OpenAsync($"/slots/{draft.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().OpenAsync($"/slots/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task R9_without_an_account_the_way_to_apply_leads_through_sign_in_and_back()
    {
        var (_, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        var page = await app.Open().OpenAsync($"/slots/{slot.Id}");
        Assert.Contains($"/account/login?returnUrl=%2Fslots%2F{slot.Id}", page.Document.QuerySelector(".detail-aside a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task R9_who_has_no_artist_yet_is_led_to_the_profile()
    {
        var (_, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        var visitor = await app.SignInAsync(await app.PersonAsync("Artist"));
        var page = await visitor.OpenAsync($"/slots/{slot.Id}");
        Assert.NotNull(page.Document.QuerySelector(".detail-aside a[href='/artist/profile']"));
        Assert.False(page.Has("Send the application"));
    }

    [Fact]
    public async Task R9_a_director_reads_but_does_not_apply()
    {
        var (director, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        var page = await (await app.SignInAsync(director)).OpenAsync($"/slots/{slot.Id}");
        Assert.False(page.Has("Send the application"));
        Assert.Contains("Only artists apply", page.Text);
    }
}
