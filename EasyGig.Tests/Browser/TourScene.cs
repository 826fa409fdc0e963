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
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Tests.Files;
using EasyGig.Tests.Groups;
using EasyGig.Tests.Strikes;
using EasyGig.Web.Attachments;
using EasyGig.Web.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Groups;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Rosters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Browser;

/// <summary>A small world with something to see on every page, and names long enough to break a narrow one.</summary>
internal sealed partial class TourScene
{
    public required Dictionary<string, Person> People { get; init; }
    public required Venue Venue { get; init; }
    public required Artist Artist { get; init; }

    /// <summary>An open slot with applications; one that nobody applied to; one not published.</summary>
    public Guid Open { get; private set; }
    public Guid Empty { get; private set; }
    public Guid Draft { get; private set; }

    /// <summary>Applications of the artist: one waits for the venue, one for the artist.</summary>
    public Guid Sent { get; private set; }
    public Guid Offered { get; private set; }

    /// <summary>A slot whose booking fell, and the application of the artist, who is asked first.</summary>
    public Guid Fallen { get; private set; }
    public Guid Asked { get; private set; }

    /// <summary>A group that waits for answers, and an application of it.</summary>
    public Guid Group { get; private set; }
    public Guid Grouped { get; private set; }

    public Guid Pending { get; private set; }
    public Guid Confirmed { get; private set; }

    /// <summary>Confirmed ones: tomorrow; tomorrow, when the artist cannot play; one whose evening has begun.</summary>
    public Guid Soon { get; private set; }
    public Guid Ill { get; private set; }
    public Guid Tonight { get; private set; }

    /// <summary>Played, with messages; the venue has rated, the artist has not.</summary>
    public Guid Played { get; private set; }
    public Guid Mail { get; private set; }

    /// <summary>Where a mail about saved searches says that it can be ended.</summary>
    public string Ending { get; private set; } = "";

    /// <summary>The page of a date that three hold, the second challenged by the third, the first committed to nothing.</summary>
    public string Stack { get; private set; } = "";

    public static async Task<TourScene> SetAsync(EasyGigApp app)
    {
        var (promoter, organisation) = await app.OrganisationAsync("Nightlife Crew Produzioni e Affini");
        var (director, venue) = await app.VenueAsync("Circolo Ricreativo e Culturale della Musica Indipendente", organisation);
        var (player, artist) = await app.ArtistAsync("Zenith Trio");
        TourScene scene = new()
        {
            Venue = venue, Artist = artist,
            People = new() { [Roles.Artist] = player, [Roles.ArtDirector] = director, [Roles.Promoter] = promoter, [Roles.Admin] = await app.PersonAsync(Roles.Admin, "Nora Villa") },
        };
        foreach (var role in Roles.ToChoose) scene.People[$"New{role}"] = await app.PersonAsync(role, "Nina Neri");
        await scene.FillAsync(app);
        await scene.GroupAsync(app, organisation);
        return scene;
    }

    private async Task FillAsync(EasyGigApp app)
    {
        var (_, rival) = await app.ArtistAsync("The Extraordinarily Long-Named Wind and Brass Orchestra of Montebelluna");
        (Empty, Draft) = ((await app.SlotAsync(Venue, 10)).Id, (await app.SlotAsync(Venue, 11, draft: true)).Id);

        var open = await app.SlotAsync(Venue, 20, negotiable: true);
        (Open, Sent) = (open.Id, (await app.ApplicationAsync(open, Artist)).Id);
        await app.ApplicationAsync(open, rival, 320);

        Offered = (await app.ApplicationAsync(await app.SlotAsync(Venue, 25), Artist)).Id;
        await app.WithDbAsync(async db =>
        {
            var application = await db.Applications.SingleAsync(a => a.Id == Offered);
            Assert.Null(await app.OfferAsync(application, 450) ?? await app.OfferAsync(application, 480, Side.Artist) ?? await app.OfferAsync(application, 460));
            var invitation = Invitation.Send(await db.Slots.SingleAsync(s => s.Id == Empty), Artist, "You would fill the room.", TestClock.Start).Invitation!;
            db.Add(invitation);
            return await db.TrySaveAsync(Ct);
        });

        Pending = await BookAsync(app, await app.ApplicationAsync(await app.SlotAsync(Venue, 30), rival));
        Confirmed = await BookAsync(app, await app.ApplicationAsync(await app.SlotAsync(Venue, 35), Artist));
        await AtDeskAsync(app, desk => desk.ApproveAsync(Confirmed, Reviewer.Promoter, Ct));
        await LiveAsync(app, rival);
        Played = await PlayedAsync(app, await app.ApplicationAsync(await app.SlotAsync(Venue, 40), Artist));
        await PlanAsync(app);
        await FallAsync(app, rival);
        await HoldAsync(app, rival);
        await SearchAsync(app);
        await app.AddAsync(new StoredFile(FileOwner.Venue(Venue.Id), FileCheck.Photo(Pictures.Png(), "a").File!, "The room, from the bar", 0, TestClock.Start));
        await app.AddAsync(new StoredFile(FileOwner.Venue(Venue.Id), FileCheck.Photo(Pictures.Jpeg(), "a").File!, "", 1, TestClock.Start));
        await app.AddAsync(new StoredFile(FileOwner.Artist(Artist.Id), FileCheck.Photo(Pictures.Jpeg(), "a").File!, "", 0, TestClock.Start));
        await app.AddAsync(new StoredFile(FileOwner.Artist(Artist.Id), FileCheck.Track(Pictures.Mp3(), "a").File!, "Night Train", 0, TestClock.Start));
        Mail = await app.WithDbAsync(db => db.Mails.OrderBy(mail => mail.Id).Select(mail => mail.Id).FirstAsync(Ct));
    }

    /// <summary>What becomes of bookings: one whose evening has begun, two tomorrow, the artist of one ill, and other terms that wait for an answer.</summary>
    private async Task LiveAsync(EasyGigApp app, Artist rival)
    {
        (Tonight, Soon, Ill) = (await BookAsync(app, rival, -1), await BookAsync(app, Artist, 20), await BookAsync(app, Artist, 30));
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        Assert.Null(await services.GetRequiredService<BookingLife>().CannotPlayAsync(Ill, "The singer has lost her voice.", Ct));
        var booking = await app.WithDbAsync(db => db.Bookings.AsNoTracking().SingleAsync(b => b.Id == Confirmed, Ct));
        var terms = new BookingTerms { Fee = new(450, "EUR"), Deal = new(), Clause = "Two rooms for the night, and dinner after the soundcheck." };
        Assert.Null(await services.GetRequiredService<TermsDesk>().ProposeAsync(booking, Side.Artist, 1, terms, "We come from far away.", Ct));
    }

    /// <summary>A confirmed booking that starts so many hours from now, made a week ago.</summary>
    private async Task<Guid> BookAsync(EasyGigApp app, Artist artist, int hours)
    {
        var (then, start) = (TestClock.Start.AddDays(-7), TestClock.Start.AddHours(hours));
        var slot = new Slot(Venue, Venue.Stages[0], new(start, start.AddHours(2)), Told.Terms with { });
        Assert.Null(slot.Publish(then));
        await app.AddAsync(slot);
        app.Clock.Now = then;
        var booking = await BookAsync(app, await app.AddAsync(Application.Submit(slot, artist, "We would love to play.", 400, 1, then).Application!));
        Assert.Null(await AtDeskAsync(app, desk => desk.ApproveAsync(booking, Reviewer.Promoter, Ct)));
        app.Clock.Now = TestClock.Start;
        return booking;
    }

    private async Task<Guid> PlayedAsync(EasyGigApp app, Application application)
    {
        var id = await BookAsync(app, application);
        await AtDeskAsync(app, desk => desk.ApproveAsync(id, Reviewer.Promoter, Ct));
        await app.WithDbAsync(async db =>
        {
            var booking = await db.Bookings.SingleAsync(b => b.Id == id, Ct);
            db.AddRange(Message.Send(booking, Party.Artist, People[Roles.Artist].Id, "When may we load in?\nThe van is 2.60 m high.", TestClock.Start).Message!,
                Message.Send(booking, Party.Venue, People[Roles.ArtDirector].Id, "At five, from the yard: https://example.org/a/very/long/address/of/a/map/that/does/not/break", TestClock.Start.AddHours(1)).Message!);
            await db.SaveChangesAsync(Ct);
            await db.Bookings.Where(b => b.Id == id).ExecuteUpdateAsync(set => set.SetProperty(b => b.State, BookingState.Played), Ct);
            await db.Entry(booking).ReloadAsync(Ct);
            db.Add(Rating.Give(booking, Party.Venue, People[Roles.ArtDirector].Id, 4, "On time, kind, and as loud as we like it.", TestClock.Start).Rating!);
            return await db.SaveChangesAsync(Ct);
        });
        return id;
    }

    /// <summary>A day with times and notes, a rider that asks for more than there is, and a file with a long name.</summary>
    private async Task PlanAsync(EasyGigApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (show, file) = (await app.WithDbAsync(db => db.Bookings.Where(b => b.Id == Confirmed).Select(b => b.Time).SingleAsync(Ct)), FileCheck.Document("1 Kick, 2 Snare"u8, "a").File!);
        var times = new ShowTimes(show.Start.AddHours(-5), show.Start.AddHours(-4), show.Start.AddHours(-1), show.Start, show.End.AddHours(2));
        Assert.Null(await scope.ServiceProvider.GetRequiredService<DayDesk>().PlanAsync(Confirmed, times, "Park in the yard; Rita opens.", version: 0, Ct));
        Assert.Null(await scope.ServiceProvider.GetRequiredService<AttachmentDesk>().AddAsync(
            Confirmed, Party.Artist, AttachmentKind.InputList, file, "Input_list_of_the_extraordinarily_long_named_wind_and_brass_orchestra.txt", Ct));
        await app.WithDbAsync(db => db.Artists.Where(a => a.Id == Artist.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Profile.Rider, "4 vocal mics\nDrums\nPianoforte accordato a 442 Hz"), Ct));
    }

    private static async Task<Guid> BookAsync(EasyGigApp app, Application application)
    {
        var (booking, refusal) = await AtDeskAsync(app, desk => desk.AcceptAsync(Side.Venue, application.Id, application.TermsVersion, 0, declineRivals: false, Ct));
        Assert.Null(refusal);
        return booking!.Value;
    }

    private static async Task<T> AtDeskAsync<T>(EasyGigApp app, Func<BookingDesk, Task<T>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<BookingDesk>());
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
