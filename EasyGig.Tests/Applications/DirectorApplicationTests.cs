using System.Net;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Slots;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Applications;

/// <summary>R12: what a director reads of an application, and the answers.</summary>
public sealed class DirectorApplicationTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R12_a_director_shortlists_and_the_artist_is_told()
    {
        var scene = await SceneAsync();
        var page = await scene.Browser.SubmitAsync(await scene.Browser.OpenAsync(scene.Path), "Shortlist");
        Assert.Contains("Zenith Trio is on the shortlist and has been told.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Dora Conti (Blue Cellar) shortlisted Zenith Trio.", page.Text, StringComparison.Ordinal);
        Assert.False(page.Has("Shortlist"));
        Assert.Equal(ApplicationState.Shortlisted, (await ReadAsync(scene.Application)).State);
        Assert.Equal(["shortlisted"], await MailsToAsync(scene.Person));
        var twice = await scene.Browser.PostAsync(page, $"{scene.Path}?handler=Shortlist");
        Assert.Contains("The application has moved on in the meantime", twice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R12_a_director_declines_with_a_reason()
    {
        var scene = await SceneAsync();
        var form = await scene.Browser.OpenAsync(scene.Path);
        var longer = await scene.Browser.SubmitAsync(form, "Decline", ("Input.Reason", new string('x', 10_000)));
        Assert.Contains("may be at most 1000 characters long.", longer.ErrorOf("Input.Reason"), StringComparison.Ordinal);
        var page = await scene.Browser.SubmitAsync(form, "Decline", ("Input.Reason", "We look for a duo."));
        Assert.Contains("Zenith Trio is declined and has been told.", page.Text, StringComparison.Ordinal);
        Assert.Contains("We look for a duo.", page.Document.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        var stored = await ReadAsync(scene.Application);
        Assert.Equal((ApplicationState.Declined, "We look for a duo."), (stored.State, stored.Reason));
        Assert.Equal(1, await app.WithDbAsync(db => db.Mails.CountAsync(m => m.Kind == "declined" && m.PersonId == scene.Person.Id && m.Text.Contains("We look for a duo."), Ct)));
        Assert.Null(page.Document.QuerySelector("a[href$='/accept']"));
    }

    [Fact]
    public async Task R12_an_open_slot_is_offered_to_one_who_waits()
    {
        var scene = await SceneAsync();
        await app.WithDbAsync(db => db.Applications.Where(a => a.Id == scene.Application.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, ApplicationState.Waitlisted), Ct));
        var page = await scene.Browser.SubmitAsync(await scene.Browser.OpenAsync($"{scene.Path}/offer"), "Send the offer");
        Assert.Contains("Zenith Trio has your offer.", page.Text, StringComparison.Ordinal);
        Assert.Equal(ApplicationState.Offered, (await ReadAsync(scene.Application)).State);
        Assert.Equal(["offered"], await MailsToAsync(scene.Person));
        Assert.Null(page.Document.QuerySelector("a[href$='/accept']"));
    }

    [Fact]
    public async Task R12_an_accepted_application_is_not_declined_behind_its_booking()
    {
        var scene = await SceneAsync();
        var form = await scene.Browser.OpenAsync(scene.Path);
        var booked = await scene.Browser.SubmitAsync(await scene.Browser.OpenAsync($"{scene.Path}/accept"), "Accept Zenith Trio");
        Assert.StartsWith("/bookings/", booked.Path, StringComparison.Ordinal);
        var page = await scene.Browser.SubmitAsync(form, "Decline");
        Assert.Contains("The application has moved on in the meantime", page.Text, StringComparison.Ordinal);
        Assert.Equal(ApplicationState.Accepted, (await ReadAsync(scene.Application)).State);
    }

    [Fact]
    public async Task R3_the_page_says_who_applies_but_not_how_to_reach_them()
    {
        var scene = await SceneAsync(fee: 600, negotiable: true);
        var page = await scene.Browser.OpenAsync(scene.Path);
        Assert.Contains("€100 above your range €300–€500", page.Text, StringComparison.Ordinal);
        Assert.Contains("Three people.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[href='https://example.org/listen'][rel~=nofollow]"));
        Assert.DoesNotContain(scene.Person.Email!, page.Document.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task R10_the_page_says_when_an_application_answers_older_terms()
    {
        var scene = await SceneAsync();
        Assert.DoesNotContain("The terms have changed", (await scene.Browser.OpenAsync(scene.Path)).Text, StringComparison.Ordinal);
        await scene.Browser.SubmitAsync(await scene.Browser.OpenAsync($"/director/slots/{scene.Slot.Id}/edit"), "Save", ("Input.MaxFee", "700"));
        var page = await scene.Browser.OpenAsync(scene.Path);
        Assert.Contains("The terms have changed since; Zenith Trio has not confirmed them yet.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Dora Conti (Blue Cellar) changed the time or the terms.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R12_the_list_begins_with_what_waits_longest()
    {
        var (director, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        for (var number = 0; number < 22; number++)
        {
            var application = await app.ApplicationAsync(slot, (await app.ArtistAsync($"Applicant {number:00}", await SharedAsync())).Artist);
            var (at, state) = (TestClock.Start.AddHours(-number), number == 21 ? ApplicationState.Declined : ApplicationState.Submitted);
            await app.WithDbAsync(db => db.Applications.Where(a => a.Id == application.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.SubmittedAt, at).SetProperty(a => a.State, state), Ct));
        }
        var browser = await app.SignInAsync(director);
        var first = await browser.OpenAsync("/director/applications");
        Assert.Equal(["Applicant 20", "Applicant 19"], first.Document.QuerySelectorAll(".row-card-title").Take(2).Select(title => title.TextContent.Trim()));
        var next = await browser.OpenAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(["Applicant 00", "Applicant 21"], next.Document.QuerySelectorAll(".row-card-title").Select(title => title.TextContent.Trim()));
        Assert.Contains("All others", next.Text, StringComparison.Ordinal);
        Assert.Contains("Blue Cellar – Main stage", (await browser.OpenAsync($"/director/applications?slot={slot.Id}")).Document.QuerySelector("a.chip")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/director/applications?slot=x&cursor=1.2")).Status);
    }

    [Fact]
    public async Task A_stranger_finds_no_application_and_can_answer_none()
    {
        var scene = await SceneAsync();
        var (other, _) = await app.VenueAsync();
        var browser = await app.SignInAsync(other);
        var page = await browser.OpenAsync("/director/slots/new");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(scene.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"{scene.Path}/accept")).Status);
        foreach (var act in new[] { "?handler=Shortlist", "?handler=Decline", "?handler=Refuse", "?handler=TakeBack", "/offer", "/accept" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(page, $"{scene.Path}{act}")).Status);
        Assert.Equal(ApplicationState.Submitted, (await ReadAsync(scene.Application)).State);
        Assert.Contains("Nobody has applied yet.", (await browser.OpenAsync("/director/applications")).Text, StringComparison.Ordinal);
        Assert.Contains("Nobody has applied yet.", (await browser.OpenAsync($"/director/applications?slot={scene.Slot.Id}")).Text, StringComparison.Ordinal);
    }

    private Person? _shared;

    private async Task<Person> SharedAsync() => _shared ??= await app.PersonAsync(Roles.Artist);

    private sealed record Told(Visitor Browser, Person Person, Slot Slot, Application Application)
    {
        public string Path => $"/director/applications/{Application.Id}";
    }

    /// <summary>A director at work, and Zenith Trio who applied.</summary>
    private async Task<Told> SceneAsync(decimal fee = 400, bool negotiable = false)
    {
        var (director, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue, negotiable: negotiable);
        var (person, artist) = await app.ArtistAsync();
        return new(await app.SignInAsync(director), person, slot, await app.ApplicationAsync(slot, artist, fee));
    }

    private Task<Application> ReadAsync(Application application) => app.WithDbAsync(db => db.Applications.AsNoTracking().SingleAsync(a => a.Id == application.Id, Ct));

    private Task<List<string>> MailsToAsync(Person person) => app.WithDbAsync(db => db.Mails.Where(m => m.PersonId == person.Id).OrderBy(m => m.Id).Select(m => m.Kind).ToListAsync(Ct));
}
