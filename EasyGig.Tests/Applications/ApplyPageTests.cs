using System.Net;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Slots;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Applications;

public sealed class ApplyPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const string Send = "Send the application";

    private async Task<(Person Director, Slot Slot, Person Person, Artist Artist)> SceneAsync(int inDays = 30, bool negotiable = false)
    {
        var (director, venue) = await app.VenueAsync();
        var (person, artist) = await app.ArtistAsync();
        return (director, await app.SlotAsync(venue, inDays, negotiable), person, artist);
    }

    private Task<int> CountAsync(Slot slot) => app.WithDbAsync(db => db.Applications.CountAsync(a => a.SlotId == slot.Id));

    [Fact]
    public async Task R9_an_artist_applies_on_one_screen_and_the_director_is_told()
    {
        var (director, slot, person, artist) = await SceneAsync();
        var visitor = await app.SignInAsync(person);
        var page = await visitor.OpenAsync($"/slots/{slot.Id}");

        var done = await visitor.SubmitAsync(page, Send, ("Input.Message", "We would love to."), ("Input.Fee", 450));

        var application = await app.WithDbAsync(db => db.Applications.SingleAsync(a => a.SlotId == slot.Id));
        Assert.Equal($"/artist/applications/{application.Id}", done.Path);
        Assert.Contains("on its way to Blue Cellar", done.Text);
        Assert.Equal((artist.Id, 450m, "We would love to.", 1, ApplicationState.Submitted),
            (application.ArtistId, application.Fee.Amount, application.Message, application.TermsVersion, application.State));
        var mail = await app.WithDbAsync(db => db.Mails.SingleAsync(m => m.SlotId == slot.Id));
        Assert.Equal((director.Id, "applied"), (mail.PersonId, mail.Kind));
        Assert.StartsWith("Zenith Trio applies for ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("€450", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Email!, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R9_one_live_application_per_artist_and_slot()
    {
        var (_, slot, person, artist) = await SceneAsync();
        var visitor = await app.SignInAsync(person);
        var page = await visitor.OpenAsync($"/slots/{slot.Id}");
        await app.ApplicationAsync(slot, artist);

        var again = await visitor.SubmitAsync(page, Send, ("Input.Message", "Once more."));

        Assert.Contains("already applied", again.Text);
        Assert.Equal(1, await CountAsync(slot));
        Assert.False(again.Has(Send));
    }

    [Fact]
    public async Task R9_a_fee_outside_the_range_names_the_range_and_keeps_what_was_typed()
    {
        var (_, slot, person, _) = await SceneAsync();
        var visitor = await app.SignInAsync(person);
        var page = await visitor.OpenAsync($"/slots/{slot.Id}");

        var refused = await visitor.SubmitAsync(page, Send, ("Input.Message", "Pay us well."), ("Input.Fee", 501));

        Assert.Contains("€300–€500", refused.ErrorOf("Input.Fee"));
        Assert.Equal("Pay us well.", refused.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(0, await CountAsync(slot));
    }

    [Fact]
    public async Task R9_where_the_slot_is_negotiable_any_fee_may_be_asked_for()
    {
        var (_, slot, person, _) = await SceneAsync(negotiable: true);
        var visitor = await app.SignInAsync(person);
        await visitor.SubmitAsync(await visitor.OpenAsync($"/slots/{slot.Id}"), Send, ("Input.Message", "Pay us well."), ("Input.Fee", "800.50"));
        Assert.Equal(1, await CountAsync(slot));
    }

    [Theory]
    [InlineData("", "450", "Input.Message")]
    [InlineData("Hello", "", "Input.Fee")]
    [InlineData("Hello", "-1", "Input.Fee")]
    [InlineData("Hello", "1e30", "Input.Fee")]
    [InlineData("Hello", "99999999999999999999999999999999", "Input.Fee")]
    [InlineData("Hello", "400.123", "Input.Fee")]
    public async Task R9_what_cannot_be_is_said_beside_the_field(string message, string fee, string field)
    {
        var (_, slot, person, _) = await SceneAsync();
        var visitor = await app.SignInAsync(person);
        var refused = await visitor.SubmitAsync(await visitor.OpenAsync($"/slots/{slot.Id}"), Send, ("Input.Message", message), ("Input.Fee", fee));
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.NotEqual("", refused.ErrorOf(field));
        Assert.Equal(0, await CountAsync(slot));
    }

    [Fact]
    public async Task R9_a_message_of_ten_thousand_letters_is_too_long()
    {
        var (_, slot, person, _) = await SceneAsync();
        var visitor = await app.SignInAsync(person);
        var refused = await visitor.SubmitAsync(await visitor.OpenAsync($"/slots/{slot.Id}"), Send, ("Input.Message", new string('a', 10_000)));
        Assert.NotEqual("", refused.ErrorOf("Input.Message"));
    }

    [Fact]
    public async Task R9_nobody_applies_with_somebody_elses_artist()
    {
        var (_, slot, person, _) = await SceneAsync();
        var (_, foreign) = await app.ArtistAsync("Not Mine");
        var visitor = await app.SignInAsync(person);
        var page = await visitor.OpenAsync($"/slots/{slot.Id}");

        var answer = await visitor.PostAsync(page, $"/slots/{slot.Id}", ("Input.ArtistId", foreign.Id.ToString()), ("Input.Message", "Hi"), ("Input.Fee", "400"), ("Input.TermsVersion", "1"));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(0, await CountAsync(slot));
    }

    [Fact]
    public async Task R9_who_has_several_artists_chooses_which()
    {
        var (_, slot, person, _) = await SceneAsync();
        var (_, second) = await app.ArtistAsync("Second Act", person);
        var visitor = await app.SignInAsync(person);

        await visitor.SubmitAsync(await visitor.OpenAsync($"/slots/{slot.Id}"), Send, ("Input.Message", "Hi"), ("Input.ArtistId", second.Id));

        var page = await visitor.OpenAsync($"/slots/{slot.Id}");
        Assert.Contains("Second Act has applied.", page.Text);
        Assert.True(page.Has(Send));
        Assert.Equal(second.Id, await app.WithDbAsync(db => db.Applications.Where(a => a.SlotId == slot.Id).Select(a => a.ArtistId).SingleAsync()));
    }
}
