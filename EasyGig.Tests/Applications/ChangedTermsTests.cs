using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Slots;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Applications;

/// <summary>R10: nobody says yes to terms that they have not read.</summary>
public sealed class ChangedTermsTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private sealed record Sent(Visitor Director, Visitor Artist, Slot Slot, Application Application, Person DirectorPerson)
    {
        public string ArtistPage => $"/artist/applications/{Application.Id}";
        public string DirectorPage => $"/director/applications/{Application.Id}";
    }

    [Fact]
    public void R10c_a_yes_needs_terms_that_both_have_read()
    {
        var venue = Told.Venue();
        var slot = Told.Open(venue);
        var (asked, offered) = (Told.Applied(slot), Told.Applied(slot));
        Assert.Null(Told.Offer(offered, slot));
        slot.Change(venue.Stages[0], slot.Time, slot.Terms with { MaxFee = 450 }, [], Told.Now);

        Assert.Equal(ApplicationRefusals.TermsChanged, Booking.Accept(Side.Venue, venue, slot, asked, 2, 0, new([], []), false, Told.Now).Refusal);
        Assert.Equal(ApplicationRefusals.TermsChanged, Booking.Accept(Side.Artist, venue, slot, offered, 2, 1, new([], []), false, Told.Now).Refusal);
        Assert.Equal(ApplicationRefusals.TermsChanged, asked.ConfirmTerms(slot, 1));
        Assert.Null(asked.ConfirmTerms(slot, 2));
        Assert.Equal(FactKind.TermsConfirmed, asked.TakeFacts().Single(fact => fact.Kind is not FactKind.Applied).Kind);
        Assert.Null(asked.ConfirmTerms(slot, 2));
        Assert.Empty(asked.TakeFacts());

        Assert.Equal(ApplicationRefusals.TermsChanged, Booking.Accept(Side.Venue, venue, slot, asked, 1, 0, new([], []), false, Told.Now).Refusal);
        Assert.Null(Booking.Accept(Side.Venue, venue, slot, asked, 2, 0, new([], []), false, Told.Now).Refusal);
        Assert.Equal(ApplicationRefusals.Step, asked.ConfirmTerms(slot, 2));
    }

    [Fact]
    public async Task R10_the_director_accepts_changed_terms_only_once_the_artist_has_confirmed_them()
    {
        var sent = await SentAsync();
        var early = await sent.Director.OpenAsync($"{sent.DirectorPage}/accept");
        await ChangeAsync(sent, ("Input.MaxFee", "450"));

        Assert.Contains("The slot has changed in the meantime.", (await sent.Director.SubmitAsync(early, "Accept Zenith Trio")).Text);
        var waiting = await sent.Director.OpenAsync(sent.DirectorPage);
        Assert.Contains("The terms have changed since; Zenith Trio has not confirmed them yet.", waiting.Text);
        Assert.Null(waiting.Document.QuerySelector("a[href$='/accept']"));
        Assert.Equal(0, await BookingsAsync(sent));

        var page = await sent.Artist.OpenAsync(sent.ArtistPage);
        Assert.Contains("Say that it still fits, or withdraw.", page.Text);
        Assert.Contains("reads that it still fits.", (await sent.Artist.SubmitAsync(page, "It still fits")).Text);
        Assert.False((await sent.Artist.OpenAsync(sent.ArtistPage)).Has("It still fits"));

        Assert.Contains("Zenith Trio confirmed that the changed terms still fit.", (await sent.Director.OpenAsync(sent.DirectorPage)).Text);
        var booked = await sent.Director.SubmitAsync(await sent.Director.OpenAsync($"{sent.DirectorPage}/accept"), "Accept Zenith Trio");
        Assert.StartsWith("/bookings/", booked.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R10_an_applicant_reads_what_changed_side_by_side()
    {
        var sent = await SentAsync();
        await ChangeAsync(sent, ("Input.MaxFee", "450"), ("Input.Notes", "Bring a piano."));
        await ChangeAsync(sent, ("Input.MaxFee", "420"));

        var page = await sent.Artist.OpenAsync(sent.ArtistPage);

        Assert.Equal([("Fee", "€300–€500", "€300–€420"), ("Notes", "Two sets.", "Bring a piano.")],
            page.Document.QuerySelectorAll(".changes tbody tr").Select(row => row.Children).Select(cells => (cells[0].TextContent, cells[1].TextContent, cells[2].TextContent)));
        Assert.Empty((await sent.Artist.SubmitAsync(page, "It still fits")).Document.QuerySelectorAll(".changes"));
    }

    [Theory]
    [InlineData("UPDATE slot_versions SET max_fee = 0")]
    [InlineData("DELETE FROM slot_versions")]
    public async Task R10_what_was_offered_once_is_not_rewritten(string sql)
    {
        await using var command = app.Site.CreateCommand(sql);
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Npgsql.PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task R10_nobody_is_asked_to_confirm_what_is_over()
    {
        var sent = await SentAsync();
        await ChangeAsync(sent, ("Input.MaxFee", "450"));
        Assert.Contains("The venue changed the slot after you applied.", (await sent.Artist.OpenAsync("/artist/applications")).Text);
        await sent.Director.SubmitAsync(await sent.Director.OpenAsync(sent.DirectorPage), "Decline");

        Assert.DoesNotContain("has not confirmed them yet", (await sent.Director.OpenAsync(sent.DirectorPage)).Text);
        Assert.DoesNotContain("The venue changed the slot after you applied", (await sent.Artist.OpenAsync("/artist/applications")).Text);
        Assert.False((await sent.Artist.OpenAsync(sent.ArtistPage)).Has("It still fits"));
    }

    [Fact]
    public async Task R10_what_is_confirmed_is_what_was_on_the_page()
    {
        var sent = await SentAsync();
        await ChangeAsync(sent, ("Input.MaxFee", "450"));
        var page = await sent.Artist.OpenAsync(sent.ArtistPage);
        await ChangeAsync(sent, ("Input.MaxFee", "420"));

        Assert.Contains("The slot has changed in the meantime.", (await sent.Artist.SubmitAsync(page, "It still fits")).Text);
        Assert.Equal(1, await app.WithDbAsync(db => db.Applications.Where(a => a.Id == sent.Application.Id).Select(a => a.TermsVersion).SingleAsync()));
    }

    [Fact]
    public async Task R9_a_fee_that_no_longer_lies_within_the_range_does_not_fit()
    {
        var sent = await SentAsync();
        await ChangeAsync(sent, ("Input.MaxFee", "350"));
        var refused = await sent.Artist.SubmitAsync(await sent.Artist.OpenAsync(sent.ArtistPage), "It still fits");
        Assert.Contains("The venue offers €300–€350 and does not negotiate.", refused.Text);
        Assert.Equal(1, await app.WithDbAsync(db => db.Applications.Where(a => a.Id == sent.Application.Id).Select(a => a.TermsVersion).SingleAsync()));
    }

    [Fact]
    public async Task R10_an_offer_is_taken_on_the_terms_that_the_artist_has_read()
    {
        var sent = await SentAsync(waits: true);
        await sent.Director.SubmitAsync(await sent.Director.OpenAsync($"{sent.DirectorPage}/offer"), "Send the offer");
        var open = await sent.Artist.OpenAsync(sent.ArtistPage);
        await ChangeAsync(sent, ("Input.To", "23:30"));

        var refused = await sent.Artist.SubmitAsync(open, "Take the offer");
        Assert.Contains("The slot has changed in the meantime.", refused.Text);
        Assert.False(refused.Has("Take the offer"));
        Assert.Equal(0, await BookingsAsync(sent));

        var confirmed = await sent.Artist.SubmitAsync(refused, "It still fits");
        Assert.Contains("You are booked.", (await sent.Artist.SubmitAsync(confirmed, "Take the offer")).Text);
    }

    [Fact]
    public async Task R12_an_offer_can_be_refused_and_the_director_is_told()
    {
        var sent = await SentAsync(waits: true);
        await sent.Director.SubmitAsync(await sent.Director.OpenAsync($"{sent.DirectorPage}/offer"), "Send the offer");
        var open = await sent.Artist.OpenAsync(sent.ArtistPage);

        var done = await sent.Artist.SubmitAsync(open, "Refuse the offer");

        Assert.Contains("You refused the offer.", done.Text);
        Assert.Equal(ApplicationState.Shortlisted, await app.WithDbAsync(db => db.Applications.Where(a => a.Id == sent.Application.Id).Select(a => a.State).SingleAsync()));
        Assert.Equal(["offer_refused"], await app.WithDbAsync(db => db.Mails.Where(m => m.PersonId == sent.DirectorPerson.Id).Select(m => m.Kind).ToListAsync()));
        Assert.Contains("Zenith Trio refused the offer.", (await sent.Director.OpenAsync(sent.DirectorPage)).Text);
        Assert.Contains("or this one is gone", (await sent.Artist.SubmitAsync(open, "Refuse the offer")).Text);
        Assert.Contains("or this one is gone", (await sent.Artist.SubmitAsync(open, "Take the offer")).Text);
    }

    private async Task<Sent> SentAsync(bool waits = false)
    {
        var (director, venue) = await app.VenueAsync();
        var (person, artist) = await app.ArtistAsync();
        var slot = await app.SlotAsync(venue);
        var application = await app.ApplicationAsync(slot, artist);
        if (waits) await app.WithDbAsync(db => db.Applications.Where(a => a.Id == application.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, ApplicationState.Waitlisted)));
        return new(await app.SignInAsync(director), await app.SignInAsync(person), slot, application, director);
    }

    private static async Task ChangeAsync(Sent sent, params (string, object)[] fields)
    {
        var saved = await sent.Director.SubmitAsync(await sent.Director.OpenAsync($"/director/slots/{sent.Slot.Id}/edit"), "Save", fields);
        Assert.Contains("The slot is saved.", saved.Text);
    }

    private Task<int> BookingsAsync(Sent sent) => app.WithDbAsync(db => db.Bookings.CountAsync(b => b.SlotId == sent.Slot.Id));
}
