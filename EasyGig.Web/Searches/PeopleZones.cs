using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Searches;

internal static class PeopleZones
{
    /// <summary>Where mornings are those of a person without an artist.</summary>
    private const string UsualZone = "Europe/Rome";

    /// <summary>By whose clocks people live, as IANA zones: those of their first artist's home, wherever that is by now.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> ZonesAsync(this EasyGigDb db, Guid[] people, CancellationToken ct)
    {
        var homes = await (
            from artist in db.Artists
            from member in artist.Members
            join city in db.Cities on artist.Profile.Home.CityId equals city.Id
            where people.Contains(member.PersonId!.Value)
            select new { PersonId = member.PersonId!.Value, artist.Slug, city.TimeZone }).ToListAsync(ct);
        var zones = homes.ToLookup(home => home.PersonId);
        return people.ToDictionary(person => person, person => zones[person].MinBy(home => home.Slug, StringComparer.Ordinal)?.TimeZone ?? UsualZone);
    }
}
