using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Venues;
using EasyGig.Web.Identity;

namespace EasyGig.Tests.Races;

/// <summary>Venues, half of them with a house promoter, and artists who apply for all that these offer: on every evening a slot of each venue,
/// all of which overlap, so that a stage takes one of the artists and an artist plays one of the slots.</summary>
internal sealed class Storm(EasyGigApp app)
{
    private readonly List<(Venue Venue, IReadOnlyList<Person> Directors)> _houses = [];
    private readonly List<Artist> _artists = [];

    /// <summary>Two of each venue.</summary>
    public IEnumerable<Person> Directors => _houses.SelectMany(house => house.Directors);

    /// <summary>Each with one of its directors.</summary>
    public IEnumerable<(Venue Venue, Person Director)> Venues => _houses.Select(house => (house.Venue, house.Directors[0]));

    /// <param name="artists">More than there are venues, so that every slot finds one.</param>
    public static async Task<Storm> BrewAsync(EasyGigApp app, int venues, int artists)
    {
        var storm = new Storm(app);
        var (_, organisation) = await app.OrganisationAsync();
        for (var number = 0; number < venues; number++)
        {
            var (director, venue) = await app.VenueAsync($"House {number}", number % 2 == 0 ? null : organisation);
            storm._houses.Add((venue, [director, .. await app.DirectorsAsync(venue, 1)]));
        }
        for (var number = 0; number < artists; number++) storm._artists.Add((await app.ArtistAsync($"Artist {number}")).Artist);
        return storm;
    }

    /// <summary>An evening's applications, and who may confirm each: every fourth both directors of its venue, one of them the others.</summary>
    public async Task<List<Confirmation>> EveningAsync(int inDays)
    {
        var wanted = new List<Confirmation>();
        foreach (var (number, (venue, directors)) in _houses.Index())
        {
            var slot = await app.SlotAsync(venue, inDays, fromHour: 19 + number / 4.0);
            var applications = _artists.Select(artist => Application.Submit(slot, artist, "We would love to play.", 400, slot.TermsVersion, TestClock.Start).Application!).ToList();
            await app.WithDbAsync(async db =>
            {
                db.AddRange(applications);
                return await db.SaveChangesAsync();
            });
            foreach (var (n, application) in applications.Index())
                wanted.AddRange(directors.Where((_, side) => n % 4 == 0 || side == n % 2).Select(director => new Confirmation(director, application.Id, _artists[n].Profile.Name)));
        }
        return wanted;
    }

    /// <param name="Application">What the director says yes to.</param>
    /// <param name="Artist">Whose it is, as the button says.</param>
    public sealed record Confirmation(Person Director, Guid Application, string Artist);
}
