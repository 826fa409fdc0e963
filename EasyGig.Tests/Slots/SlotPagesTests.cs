using System.Net;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Slots;

/// <summary>A slot's page, its list, and the acts on it.</summary>
public sealed class SlotPagesTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R7_the_page_of_a_slot_shows_its_state_and_who_applied()
    {
        var (director, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        var (_, artist) = await app.ArtistAsync("Nightjar");
        var application = await app.ApplicationAsync(slot, artist);
        var browser = await app.SignInAsync(director);
        var page = await browser.OpenAsync($"/director/slots/{slot.Id}");
        Assert.Contains("open", page.Document.QuerySelector(".state-live")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nightjar We would love to play.", page.Text, StringComparison.Ordinal);
        Assert.Contains("€400", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/director/applications/{application.Id}']"));
    }

    [Fact]
    public async Task R6_an_edit_counts_the_terms_up_and_tells_the_applicants()
    {
        var (director, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        var (person, artist) = await app.ArtistAsync();
        await app.ApplicationAsync(slot, artist);
        var browser = await app.SignInAsync(director);
        var form = await browser.OpenAsync($"/director/slots/{slot.Id}/edit");
        Assert.Contains("1 artist has applied, is told of a change and asked whether it still fits.", form.Text, StringComparison.Ordinal);
        var page = await browser.SubmitAsync(form, "Save", ("Input.MaxFee", "600"), ("Input.From", "21:30"));
        Assert.Contains("The slot is saved.", page.Text, StringComparison.Ordinal);
        var stored = await ReadAsync(slot);
        Assert.Equal((2, 600m, slot.Time.Start.AddMinutes(30)), (stored.TermsVersion, stored.Terms.MaxFee, stored.Time.Start));
        Assert.Equal(1, await app.WithDbAsync(db => db.Mails.CountAsync(m => m.Kind == "slot_changed" && m.PersonId == person.Id && m.SlotId == slot.Id, Ct)));
    }

    [Fact]
    public async Task R6_an_edit_of_what_somebody_else_changed_is_refused_and_keeps_what_was_typed()
    {
        var (director, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue, draft: true);
        var browser = await app.SignInAsync(director);
        var (one, other) = (await browser.OpenAsync($"/director/slots/{slot.Id}/edit"), await browser.OpenAsync($"/director/slots/{slot.Id}/edit"));
        Assert.Contains("The slot is saved.", (await browser.SubmitAsync(one, "Save", ("Input.MaxFee", "550"))).Text, StringComparison.Ordinal);
        var refused = await browser.SubmitAsync(other, "Save", ("Input.MaxFee", "650"));
        Assert.Contains("Somebody changed this while you were looking at it.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("650", refused.Document.QuerySelector("[name='Input.MaxFee']")!.GetAttribute("value"));
        Assert.Equal(550m, (await ReadAsync(slot)).Terms.MaxFee);
        var nonsense = await browser.SubmitAsync(other, "Save", ("Input.Version", "minus one"));
        Assert.Equal(HttpStatusCode.OK, nonsense.Status);
    }

    [Fact]
    public async Task R7_a_slot_is_cancelled_with_a_reason_that_its_applicants_read()
    {
        var (director, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        var (person, artist) = await app.ArtistAsync("Nightjar");
        var application = await app.ApplicationAsync(slot, artist);
        var browser = await app.SignInAsync(director);
        var confirm = await browser.OpenAsync($"/director/slots/{slot.Id}/cancel");
        Assert.Contains("1 artist who applied reads your reason by mail: Nightjar", confirm.Text, StringComparison.Ordinal);
        var empty = await browser.SubmitAsync(confirm, "Cancel the slot", ("Input.Reason", "   "));
        Assert.Equal("Please fill in “Reason”.", empty.ErrorOf("Input.Reason"));
        Assert.Equal(SlotState.Open, (await ReadAsync(slot)).State);

        var done = await browser.SubmitAsync(confirm, "Cancel the slot", ("Input.Reason", "The roof leaks."));
        Assert.Contains("The slot is cancelled.", done.Text, StringComparison.Ordinal);
        Assert.Equal(SlotState.Cancelled, (await ReadAsync(slot)).State);
        var (state, reason) = await app.WithDbAsync(async db => { var a = await db.Applications.SingleAsync(a => a.Id == application.Id, Ct); return (a.State, a.Reason); });
        Assert.Equal((ApplicationState.Declined, "The roof leaks."), (state, reason));
        Assert.Equal(1, await app.WithDbAsync(db => db.Mails.CountAsync(m => m.Kind == "slot_lost" && m.PersonId == person.Id && m.Text.Contains("The roof leaks."), Ct)));

        var twice = await browser.SubmitAsync(confirm, "Cancel the slot", ("Input.Reason", "Again."));
        Assert.Contains("so it cannot be cancelled.", twice.Text, StringComparison.Ordinal);
        Assert.Contains("it can no longer be changed.", (await browser.OpenAsync($"/director/slots/{slot.Id}/edit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R7_a_draft_goes_without_a_reason()
    {
        var (director, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue, draft: true);
        var browser = await app.SignInAsync(director);
        var page = await browser.OpenAsync($"/director/slots/{slot.Id}/cancel");
        Assert.Null(page.Document.QuerySelector("[name='Input.Reason']"));
        Assert.Contains("The draft is gone.", (await browser.SubmitAsync(page, "Cancel the slot")).Text, StringComparison.Ordinal);
        Assert.Equal(SlotState.Cancelled, (await ReadAsync(slot)).State);
    }

    [Fact]
    public async Task The_list_shows_what_comes_first_page_by_page_and_filters()
    {
        var (director, venue) = await app.VenueAsync();
        for (var day = 10; day < 33; day++) await app.SlotAsync(venue, inDays: day, draft: day % 2 == 0);
        var over = await app.SlotAsync(venue, inDays: -3);
        await app.WithDbAsync(db => db.Slots.Where(s => s.Id == over.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.State, SlotState.Open), Ct));
        var browser = await app.SignInAsync(director);
        var first = await browser.OpenAsync("/director/slots");
        Assert.Equal(20, first.Document.QuerySelectorAll(".row-card").Length);
        var next = await browser.OpenAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(3, next.Document.QuerySelectorAll(".row-card").Length);
        Assert.Null(next.Document.QuerySelector("a[rel=next]"));
        Assert.Contains("Sun 7 Mar 2027", next.Text, StringComparison.Ordinal);
        Assert.Equal(12, (await browser.OpenAsync("/director/slots?state=draft")).Document.QuerySelectorAll(".row-card").Length);
        var past = await browser.OpenAsync("/director/slots?state=lapsed");
        Assert.Contains("lapsed", Assert.Single(past.Document.QuerySelectorAll(".row-card")).TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/director/slots?state=%00&stage=nonsense&cursor=9.9.9&when=x")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync($"/director/slots?cursor=0.{long.MaxValue}.{Guid.Empty:N}")).Status);
        Assert.Contains("No slot like this.", (await browser.OpenAsync($"/director/slots?stage={Guid.NewGuid()}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_finds_no_slot_and_can_do_nothing_with_it()
    {
        var (_, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue, draft: true);
        var (other, own) = await app.VenueAsync();
        var ownSlot = await app.SlotAsync(own);
        var browser = await app.SignInAsync(other);
        var page = await browser.OpenAsync("/director/slots/new");
        foreach (var path in new[] { "", "/edit", "/cancel" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/director/slots/{slot.Id}{path}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(page, $"/director/slots/{slot.Id}?handler=Publish")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(page, $"/director/slots/{slot.Id}/cancel", ("Input.Reason", "Mine now."))).Status);
        (string, string)[] night = [("Input.StageId", $"{venue.Stages[0].Id}"), ("Input.Date", "2027-05-01"), ("Input.From", "20:00"), ("Input.To", "23:00"), ("Input.MinFee", "1"), ("Input.MaxFee", "2"), ("Input.Genres", "rock")];
        foreach (var path in new[] { $"/director/slots/{slot.Id}/edit", "/director/slots/new?handler=Publish", "/director/slots/new?handler=Draft", $"/director/slots/{ownSlot.Id}/edit" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(page, path, night)).Status);
        Assert.Equal(SlotState.Draft, (await ReadAsync(slot)).State);
        Assert.DoesNotContain(slot.Id.ToString(), (await browser.OpenAsync("/director/slots")).Document.Body!.InnerHtml, StringComparison.Ordinal);
    }

    private Task<Slot> ReadAsync(Slot slot) => app.WithDbAsync(db => db.Slots.AsNoTracking().SingleAsync(s => s.Id == slot.Id, Ct));
}
