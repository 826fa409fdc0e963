using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Attachments;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Files;
using EasyGig.Domain.Invitations;
using EasyGig.Domain.Messages;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Ratings;
using EasyGig.Domain.Searches;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Tests.Files;
using EasyGig.Tests.Groups;
using EasyGig.Tests.Searches;
using EasyGig.Tests.Strikes;
using EasyGig.Web.Attachments;
using EasyGig.Web.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Groups;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.MailPreferences;
using EasyGig.Web.Rosters;
using EasyGig.Web.Searches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Browser;

/// <summary>What waits for somebody: a waiting list, a group, a stack of holds; and strikes.</summary>
internal sealed partial class TourScene
{
    /// <summary>A slot that goes down its waiting list, and strikes of both sides.</summary>
    private async Task FallAsync(EasyGigApp app, Artist rival)
    {
        var (slot, elsewhere) = (await app.SlotAsync(Venue, 45), (await app.VenueAsync("Elsewhere")).Venue);
        var chosen = await app.ApplicationAsync(slot, rival);
        (Fallen, Asked) = (slot.Id, (await app.ApplicationAsync(slot, Artist)).Id);
        await app.ApplicationAsync(slot, (await app.ArtistAsync("Nightjar")).Artist);
        var booking = await BookAsync(app, chosen);
        Assert.Null(await AtDeskAsync(app, desk => desk.RejectAsync(booking, Reviewer.Promoter, "Too loud for a weekday.", Ct)));
        await app.StruckAsync(Artist, elsewhere, -20, reason: "They went to the sea with all their instruments and never so much as sent a postcard.");
        await app.StruckAsync(Artist, elsewhere, -10);
        await app.StruckAsync(Venue, -20);
        await app.StruckAsync(Venue, -10);
    }


    /// <summary>An artist that was asked onto a roster, one that said yes, and a group of the two evenings that it is put forward for.</summary>
    private async Task GroupAsync(EasyGigApp app, Organisation organisation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (other, agency) = ((await app.ArtistAsync("Aurora")).Artist, (await app.OrganisationAsync("Dusk till Dawn")).Organisation);
        foreach (var (who, whom) in ((Organisation, Artist)[])[(organisation, other), (agency, Artist)]) Assert.Null(await scope.ServiceProvider.GetRequiredService<RosterDesk>().AskAsync(who.Id, whom.Slug, "We know your rooms.", Ct));
        await app.OnRosterAsync(organisation, Artist);
        var slots = new[] { await app.SlotAsync(Venue, 50), await app.SlotAsync(Venue, 51) };
        var (made, refusal, _) = await scope.ServiceProvider.GetRequiredService<GroupSubmission>().SubmitAsync(organisation.Id, [.. slots.Select(slot => new GroupLine(slot.Id, Artist.Id, "They would fill the room.", 400, 1))], Ct);
        Assert.Null(refusal);
        Group = made!.Value;
        Grouped = await app.WithDbAsync(db => db.GroupPairs.Where(p => p.GroupId == Group).OrderBy(p => p.Number).Select(p => p.ApplicationId).FirstAsync(Ct));
    }


    /// <summary>Searches that the artist keeps, of every kind.</summary>
    private async Task SearchAsync(EasyGigApp app)
    {
        foreach (var (address, alert, name) in ((string, SearchAlert, string)[])[("/slots?genre=rock&city=Bologna&km=80&weekday=friday&minFee=300", SearchAlert.AtOnce, "Fridays near home"), ("/slots?genre=jazz", SearchAlert.Daily, "ExtraordinarilyLongNameOfASearchThatNobodyBreaksIntoLinesByItself"), ("/slots?room=seated", SearchAlert.None, "Theatres")])
            Assert.Null(await app.SaveAsync(People[Roles.Artist], address, alert, name));
        var ids = await app.WithDbAsync(db => db.SearchesOf(People[Roles.Artist].Id).Select(s => s.Id).ToListAsync(Ct));
        Ending = Unsubscribing.Page(app.Services.GetRequiredService<UnsubscribeToken>().Seal(new Mailing.OfSearches(ids)));
    }


    /// <summary>A date that four hold: the last challenges, the artist has to answer, and one has run to its last day.</summary>
    private async Task HoldAsync(EasyGigApp app, Artist rival)
    {
        var (stage, date) = (Venue.Stages[0].Id, DateOnly.FromDateTime(TestClock.Start.Date).AddDays(20));
        Stack = HoldFormat.Address(stage, date);
        await using var scope = app.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<HoldDesk>();
        Artist[] holders = [(await app.ArtistAsync("Volt")).Artist, Artist, rival, (await app.ArtistAsync("Blue Notes")).Artist];
        for (var rank = 0; rank < holders.Length; rank++)
            Assert.Null(await desk.PlaceAsync(stage, date, holders[rank].Slug, TestClock.Start.AddHours(20 + 90 * rank), rank == 1 ? "We would love to have you back." : "", Ct));
        var challenger = await app.WithDbAsync(db => db.Holds.Where(h => h.ArtistId == rival.Id).Select(h => h.Id).SingleAsync(Ct));
        Assert.Null(await desk.ChallengeAsync(challenger, Side.Artist, Ct));
        Assert.Null(await desk.PlaceAsync(stage, date.AddDays(5), Artist.Slug, TestClock.Start.AddHours(12), "", Ct));
    }
}
