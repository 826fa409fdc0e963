using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Genres;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Applications;
using EasyGig.Web.Bookings;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests;

/// <summary>People, venues, artists and slots to tell a story with. Each call makes new ones, so that tests do not meet.</summary>
internal static class Scene
{
    /// <summary>Bologna: GeoNames 3181928.</summary>
    public static readonly Place Bologna = new(3181928, "IT-45", "IT");

    /// <summary>Jazz is a group, bit and all, in the reference data.</summary>
    public static readonly GenreSet Rock = GenreSet.Of([0]);

    extension(EasyGigApp app)
    {
        /// <summary>A venue with one stage ("Main stage", 20 minutes of changeover) and its director.</summary>
        public async Task<(Person Director, Venue Venue)> VenueAsync(string name = "Blue Cellar", Organisation? housePromoter = null, int changeover = 20, Func<VenueProfile, VenueProfile>? profile = null, StageProfile? stage = null)
        {
            var director = await app.PersonAsync(Roles.ArtDirector, "Dora Conti");
            var usual = new VenueProfile
            {
                Name = name, About = "A cellar.", Address = "Via del Pratello 1", Place = Bologna, Latitude = 44.49, Longitude = 11.34,
                TimeZone = "Europe/Rome", Currency = "EUR", Backline = "Drums", Photos = [],
            };
            var venue = new Venue(director.Id, Unique(name), profile?.Invoke(usual) ?? usual);
            venue.AddStage(stage ?? new("Main stage", 120, Room.Standing, changeover));
            venue.LetReview(housePromoter?.Id);
            return (director, await app.AddAsync(venue));
        }

        public async Task<(Person Promoter, Organisation Organisation)> OrganisationAsync(string name = "Night Shift")
        {
            var promoter = await app.PersonAsync(Roles.Promoter, "Piero Valli");
            var organisation = new Organisation(promoter.Id, Unique(name), new() { Name = name, Kind = OrganisationKind.Agency, Home = Bologna, About = "" });
            return (promoter, await app.AddAsync(organisation));
        }

        public async Task<(Person Person, Artist Artist)> ArtistAsync(string name = "Zenith Trio", Person? person = null)
        {
            person ??= await app.PersonAsync(Roles.Artist, "Ada Rossi");
            var artist = new Artist(person.Id, Unique(name), new()
            {
                Kind = ArtistKind.Band, Name = name, Home = Bologna, Genres = Rock, Category = Category.Original, Fee = new(400, "EUR"),
                Negotiable = true, Links = ["https://example.org/listen"], Bio = "Three people.", Rider = "Water.",
            });
            return (person, await app.AddAsync(artist));
        }

        /// <summary>An open slot, 20:00 to 23:00 UTC, so many days from the clock's start; 300 to 500 euros.</summary>
        public async Task<Slot> SlotAsync(Venue venue, int inDays = 30, bool negotiable = false, bool draft = false, double fromHour = 20, double hours = 3)
        {
            var start = TestClock.Start.Date.AddDays(inDays).AddHours(fromHour);
            var slot = new Slot(venue, venue.Stages[0], new(new(start, TimeSpan.Zero), new(start.AddHours(hours), TimeSpan.Zero)), new()
            {
                MinFee = 300, MaxFee = 500, Currency = "EUR", Negotiable = negotiable, Genres = Rock, Category = null, Notes = "Two sets.",
            });
            if (!draft) slot.Publish(TestClock.Start);
            return await app.AddAsync(slot);
        }

        public async Task<Application> ApplicationAsync(Slot slot, Artist artist, decimal fee = 400)
        {
            var (application, refusal) = Application.Submit(slot, artist, "We would love to play.", fee, slot.TermsVersion, TestClock.Start);
            Assert.Null(refusal);
            return await app.AddAsync(application!);
        }

        /// <summary>Puts a flat fee to the other side, in answer to whatever stands; by nobody who signed in.</summary>
        public async Task<Refusal?> OfferAsync(Application application, decimal fee, Side by = Side.Venue)
        {
            await using var scope = app.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<ApplicationDesk>().AnswerAsync(application.Id, (stored, slot) =>
                stored.Offer(by, slot, new(new(fee, "EUR"), slot.Terms.Deal), "", slot.TermsVersion, stored.Standing?.Number ?? 0, app.Clock.Now), TestContext.Current.CancellationToken);
        }

        /// <summary>Some more directors of a venue.</summary>
        public async Task<IReadOnlyList<Person>> DirectorsAsync(Venue venue, int count)
        {
            var people = new List<Person>();
            for (var number = 1; number <= count; number++)
            {
                var person = await app.PersonAsync(Roles.ArtDirector, $"Dora the {number}.");
                await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO venue_directors VALUES ({venue.Id}, {person.Id})"));
                people.Add(person);
            }
            return people;
        }

        /// <summary>One more promoter of an organisation.</summary>
        public async Task<Person> PromoterAsync(Organisation organisation, string name = "Rita Neri")
        {
            var person = await app.PersonAsync(Roles.Promoter, name);
            await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO organisation_members VALUES ({organisation.Id}, {person.Id})"));
            return person;
        }

        /// <summary>An artist's booking on a new slot of a venue, accepted by nobody who signed in.</summary>
        public async Task<(Guid Booking, Slot Slot, Application Application)> BookingAsync(Venue venue, Artist artist, int inDays = 30, bool declineRivals = false)
        {
            var slot = await app.SlotAsync(venue, inDays);
            var application = await app.ApplicationAsync(slot, artist);
            return (await app.AcceptAsync(application, declineRivals), slot, application);
        }

        public async Task<Guid> AcceptAsync(Application application, bool declineRivals = false)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var (booking, refusal) = await scope.ServiceProvider.GetRequiredService<BookingDesk>().AcceptAsync(Side.Venue, application.Id, application.TermsVersion, 0, declineRivals, TestContext.Current.CancellationToken);
            Assert.Null(refusal);
            return booking!.Value;
        }
    }

    private static string Unique(string name) => $"{Slug.Of(name)}-{Guid.NewGuid().ToString("N")[..16]}";
}
