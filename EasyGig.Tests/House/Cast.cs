using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Attachments;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Files;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Tests.Groups;
using EasyGig.Web.Attachments;
using EasyGig.Web.Bookings;
using EasyGig.Web.Groups;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.House;

/// <summary>One of everything, and the people it belongs to: a venue whose bookings a house promoter reviews, an open slot with an
/// applicant, a booked one with its confirmed booking and a file of it, and a group that puts the artist forward for two more evenings.</summary>
internal sealed record Cast(Dictionary<string, Person> People, Venue Venue, Slot Slot, Artist Artist, Application Application, Guid Booking, Guid File, Guid Group, Guid Grouped)
{
    public static async Task<Cast> OfAsync(EasyGigApp app)
    {
        var (promoter, organisation) = await app.OrganisationAsync();
        var (director, venue) = await app.VenueAsync(housePromoter: organisation);
        var (person, artist) = await app.ArtistAsync();
        var (slot, booked) = (await app.SlotAsync(venue), await app.SlotAsync(venue, inDays: 40));
        var (waiting, accepted) = (await app.ApplicationAsync(slot, artist), await app.ApplicationAsync(booked, artist));

        await using var scope = app.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<BookingDesk>();
        var (booking, refusal) = await desk.AcceptAsync(Side.Venue, accepted.Id, accepted.TermsVersion, 0, declineRivals: false, TestContext.Current.CancellationToken);
        Assert.Null(refusal ?? await desk.ApproveAsync(booking!.Value, Reviewer.Promoter, TestContext.Current.CancellationToken));
        var text = FileCheck.Document("Two guitars."u8, "a").File!;
        Assert.Null(await scope.ServiceProvider.GetRequiredService<AttachmentDesk>().AddAsync(booking!.Value, Party.Artist, AttachmentKind.TechRider, text, "rider.txt", TestContext.Current.CancellationToken));
        var file = await app.WithDbAsync(db => db.Attachments.Where(a => a.BookingId == booking).Select(a => a.Id).SingleAsync());

        await app.OnRosterAsync(organisation, artist);
        var lines = new[] { await app.SlotAsync(venue, inDays: 50), await app.SlotAsync(venue, inDays: 51) }.Select(free => new GroupLine(free.Id, artist.Id, "Twice.", 400, 1));
        var (group, _, _) = await scope.ServiceProvider.GetRequiredService<GroupSubmission>().SubmitAsync(organisation.Id, [.. lines], TestContext.Current.CancellationToken);
        var grouped = await app.WithDbAsync(db => db.GroupPairs.Where(p => p.GroupId == group).OrderBy(p => p.Number).Select(p => p.ApplicationId).FirstAsync());

        var people = new Dictionary<string, Person>
        {
            [Roles.Artist] = person, [Roles.ArtDirector] = director, [Roles.Promoter] = promoter, [Roles.Admin] = await app.PersonAsync(Roles.Admin),
        };
        return new(people, venue, slot, artist, waiting, booking.Value, file, group!.Value, grouped);
    }

    /// <summary>A page of the site map with this cast's records in it.</summary>
    public async Task<string> PathAsync(EasyGigApp app, SiteMap.Entry page)
    {
        var route = page.Route;
        var id = route switch
        {
            _ when route.StartsWith("bookings", StringComparison.Ordinal) => Booking,
            _ when route.StartsWith("promoter/groups", StringComparison.Ordinal) => Group,
            _ when route.EndsWith("/agree", StringComparison.Ordinal) => Grouped,
            _ when route.StartsWith("director/venue", StringComparison.Ordinal) => Venue.Id,
            _ when route.StartsWith("artist/files", StringComparison.Ordinal) => Artist.Id,
            _ when route.Contains("applications", StringComparison.Ordinal) => Application.Id,
            _ when route.StartsWith("dev/mail", StringComparison.Ordinal) && route.Contains('{', StringComparison.Ordinal) => await app.WithDbAsync(db => db.Mails.OrderBy(m => m.Id).Select(m => m.Id).FirstAsync()),
            _ => Slot.Id,
        };
        var slug = route.StartsWith("artists", StringComparison.Ordinal) ? Artist.Slug : Venue.Slug;
        return "/" + route.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal).Replace("{file:guid}", File.ToString(), StringComparison.Ordinal).Replace("{stage:guid}", Venue.Stages[0].Id.ToString(), StringComparison.Ordinal)
            .Replace("{date}", "2027-03-20", StringComparison.Ordinal).Replace("{slug}", slug, StringComparison.Ordinal).Replace("{code:int}", "404", StringComparison.Ordinal);
    }
}
