using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Invitations;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Applications;

/// <summary>A venue asks an artist to apply; and says no to several at once.</summary>
public sealed class InvitationPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R12_an_invited_artist_reads_why_and_applies()
    {
        var (director, slot, person, slug, name) = await SceneAsync();
        var browser = await app.SignInAsync(director);
        var found = await browser.OpenAsync($"/director/slots/{slot.Id}/invite?q={Uri.EscapeDataString(name)}");
        var sent = await browser.SubmitAsync(found, "Send the invitation", ("Input.Artist", slug), ("Input.Note", "Your last night here was packed."));
        Assert.Contains($"{name} is invited and has been told.", sent.Text);
        Assert.Contains($"{name} invited", sent.Text);
        var mail = await app.WithDbAsync(db => db.Mails.SingleAsync(m => m.PersonId == person.Id && m.Kind == "invited"));
        Assert.Contains("Your last night here was packed.", mail.Text);

        var artist = await app.SignInAsync(person);
        Assert.Contains($"Blue Cellar invites {name}", (await artist.OpenAsync("/artist")).Text);
        var waiting = await artist.OpenAsync("/artist/invitations");
        Assert.Contains("Your last night here was packed.", waiting.Text);
        var page = await artist.OpenAsync(waiting.Document.QuerySelectorAll("a").Single(a => a.TextContent == "See the slot and apply").GetAttribute("href")!);
        Assert.Contains("on its way", (await artist.SubmitAsync(page, "Send the application", ("Input.Message", "Gladly."), ("Input.Fee", 400))).Text);

        Assert.Equal(InvitationState.Answered, await StateAsync(slot));
        Assert.Contains("No invitation waits for you.", (await artist.OpenAsync("/artist/invitations")).Text);
    }

    [Fact]
    public async Task R12_an_invited_artist_may_say_no_with_a_reason_and_is_not_asked_again()
    {
        var (director, slot, person, slug, name) = await SceneAsync();
        var browser = await app.SignInAsync(director);
        var form = await browser.OpenAsync($"/director/slots/{slot.Id}/invite?q={Uri.EscapeDataString(name)}");
        await browser.SubmitAsync(form, "Send the invitation", ("Input.Artist", slug));
        var artist = await app.SignInAsync(person);
        var done = await artist.SubmitAsync(await artist.OpenAsync("/artist/invitations"), "Decline the invitation", ("Input.Reason", "We are on tour."));
        Assert.Contains("You declined the invitation.", done.Text);
        Assert.Equal(InvitationState.Declined, await StateAsync(slot));
        Assert.Contains("We are on tour.", await app.WithDbAsync(db => db.Mails.Where(m => m.PersonId == director.Id && m.Kind == "invitation_declined").Select(m => m.Text).SingleAsync()));

        var again = await browser.SubmitAsync(form, "Send the invitation", ("Input.Artist", slug));
        Assert.Equal("This artist has been invited to this slot already.", again.ErrorOf("Input.Artist"));
        Assert.Equal("Choose whom you invite.", (await browser.SubmitAsync(form, "Send the invitation")).ErrorOf("Input.Artist"));
        Assert.Equal("There is no such artist.", (await browser.PostAsync(form, $"/director/slots/{slot.Id}/invite", ("Input.Artist", "nobody"))).ErrorOf("Input.Artist"));
    }

    [Fact]
    public async Task R12_nobody_is_invited_who_has_applied_or_to_what_takes_no_application()
    {
        var (director, slot, person, slug, _) = await SceneAsync();
        await app.ApplicationAsync(slot, await app.WithDbAsync(db => db.Artists.AsNoTracking().SingleAsync(a => a.Slug == slug)));
        var browser = await app.SignInAsync(director);
        var form = await browser.OpenAsync("/director/slots/new");
        Assert.Equal("This artist has applied already.", (await browser.PostAsync(form, $"/director/slots/{slot.Id}/invite", ("Input.Artist", slug))).ErrorOf("Input.Artist"));
        var draft = await app.SlotAsync(await app.WithDbAsync(db => db.Venues.Include(v => v.Stages).SingleAsync(v => v.Id == slot.VenueId)), inDays: 50, draft: true);
        Assert.Contains("This slot is not open.", (await browser.PostAsync(form, $"/director/slots/{draft.Id}/invite", ("Input.Artist", slug))).Text);
    }

    [Fact]
    public async Task R12_a_stranger_answers_no_invitation()
    {
        var (director, slot, _, slug, _) = await SceneAsync();
        var browser = await app.SignInAsync(director);
        await browser.PostAsync(await browser.OpenAsync("/director/slots/new"), $"/director/slots/{slot.Id}/invite", ("Input.Artist", slug));
        var id = await app.WithDbAsync(db => db.Invitations.Where(i => i.SlotId == slot.Id).Select(i => i.Id).SingleAsync());
        var stranger = await app.SignInAsync((await app.ArtistAsync()).Person);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await stranger.PostAsync(await stranger.OpenAsync("/artist"), $"/artist/invitations?id={id}")).Status);
        Assert.Equal(InvitationState.Sent, await StateAsync(slot));
    }

    [Fact]
    public async Task R12_several_are_declined_at_once_with_one_reason()
    {
        var (director, slot, _, _, _) = await SceneAsync();
        var bids = new List<(Person Person, Application Application)>();
        foreach (var name in (string[])["Nightjar", "Owl", "Wren"])
        {
            var (person, artist) = await app.ArtistAsync(name);
            bids.Add((person, await app.ApplicationAsync(slot, artist)));
        }
        var browser = await app.SignInAsync(director);
        var form = await browser.OpenAsync($"/director/slots/{slot.Id}/decline");
        Assert.Equal("Choose at least one.", (await browser.SubmitAsync(form, "Decline them")).ErrorOf("Input.Applications"));
        string[] two = [$"{bids[0].Application.Id}", $"{bids[2].Application.Id}"];
        var done = await browser.SubmitAsync(form, "Decline them", ("Input.Applications", two), ("Input.Reason", "We found a duo."));
        Assert.Contains("2 applicants are declined and have been told.", done.Text);
        Assert.Equal([ApplicationState.Declined, ApplicationState.Submitted, ApplicationState.Declined],
            await app.WithDbAsync(db => db.Applications.Where(a => a.SlotId == slot.Id).OrderBy(a => a.Id).Select(a => a.State).ToListAsync()));
        foreach (var (person, _) in ((Person, Application)[])[bids[0], bids[2]])
            Assert.Contains("We found a duo.", await app.WithDbAsync(db => db.Mails.Where(m => m.PersonId == person.Id && m.Kind == "declined").Select(m => m.Text).SingleAsync()));

        string[] late = [$"{bids[1].Application.Id}", $"{bids[2].Application.Id}"];
        Assert.Contains("Somebody changed this", (await browser.SubmitAsync(form, "Decline them", ("Input.Applications", late))).Text);
        Assert.Equal(ApplicationState.Submitted, await app.WithDbAsync(db => db.Applications.Where(a => a.Id == bids[1].Application.Id).Select(a => a.State).SingleAsync()));
    }

    private Task<InvitationState> StateAsync(Slot slot) => app.WithDbAsync(db => db.Invitations.Where(i => i.SlotId == slot.Id).Select(i => i.State).SingleAsync());

    private async Task<(Person Director, Slot Slot, Person Person, string Slug, string Name)> SceneAsync()
    {
        var (director, venue) = await app.VenueAsync();
        var name = $"Invited {Guid.NewGuid():N}"[..20];
        var (person, artist) = await app.ArtistAsync(name);
        return (director, await app.SlotAsync(venue), person, artist.Slug, name);
    }
}
