using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Genres;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using Application = EasyGig.Domain.Applications.Application;

namespace EasyGig.Tests;

/// <summary>A venue, a slot and artists that live in memory only, to try verbs on.</summary>
internal static class Told
{
    public static readonly DateTimeOffset Now = TestClock.Start;

    public static Venue Venue(Guid? housePromoter = null)
    {
        var venue = new Venue(Guid.NewGuid(), "blue-cellar", new()
        {
            Name = "Blue Cellar", About = "", Address = "Via del Pratello 1", Place = Scene.Bologna, Latitude = 44.5, Longitude = 11.3,
            TimeZone = "Europe/Rome", Currency = "EUR", Backline = "", Photos = [],
        });
        venue.AddStage(new("Main stage", 100, Room.Standing, 20));
        venue.LetReview(housePromoter);
        return venue;
    }

    public static SlotTerms Terms { get; } = new() { MinFee = 300, MaxFee = 500, Currency = "EUR", Negotiable = false, Genres = GenreSet.Of([0]), Category = null, Notes = "" };

    /// <summary>A draft that starts so long from now and lasts three hours.</summary>
    public static Slot Draft(Venue venue, TimeSpan startsIn) =>
        new(venue, venue.Stages[0], new(Now + startsIn, Now + startsIn + TimeSpan.FromHours(3)), Terms);

    public static Slot Open(Venue venue, double inDays = 30)
    {
        var slot = Draft(venue, TimeSpan.FromDays(inDays));
        Assert.Null(slot.Publish(Now));
        slot.TakeFacts();
        return slot;
    }

    public static Artist Artist() => new(Guid.NewGuid(), "zenith-trio", new()
    {
        Kind = ArtistKind.Band, Name = "Zenith Trio", Home = Scene.Bologna, Genres = GenreSet.Of([0]), Category = Category.Original,
        Fee = new(400, "EUR"), Negotiable = true, Links = ["https://example.org"], Bio = "", Rider = "",
    });

    public static Application Applied(Slot slot)
    {
        var (application, refusal) = Application.Submit(slot, Artist(), "Hello", 400, slot.TermsVersion, Now);
        Assert.Null(refusal);
        application!.TakeFacts();
        return application;
    }

    /// <summary>Puts a flat fee to the other side, in answer to whatever stands.</summary>
    public static Refusal? Offer(Application application, Slot slot, Side by = Side.Venue, decimal fee = 450) =>
        application.Offer(by, slot, new(new(fee, "EUR"), new()), "", slot.TermsVersion, application.Standing?.Number ?? 0, Now);
}
