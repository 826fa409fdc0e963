using System.Data;
using EasyGig.Domain.Searches;
using EasyGig.Web.Data;
using EasyGig.Web.Facts;
using EasyGig.Web.Genres;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Demo;

/// <summary>A believable music scene to try EasyGig with, in Development only: the same every time, around today.</summary>
public sealed class DemoScene(EasyGigDb db, DemoPeople people, GenreCatalogue genres, FactLetters letters, TimeProvider clock, IHostEnvironment environment)
{
    public const string Refused = "The demo data is for Development only: everybody knows the password of its accounts.";

    /// <summary>Any number; another one makes another scene.</summary>
    internal const uint Seed = 20_090_214;

    /// <summary>Loads it in one transaction, all or nothing.</summary>
    /// <param name="onlyIfEmpty">Whether to leave alone a database that has people of its own.</param>
    /// <returns>Whether it was loaded: when it was there already, nothing changes.</returns>
    /// <exception cref="InvalidOperationException">This is not Development.</exception>
    public async Task<bool> LoadAsync(bool onlyIfEmpty, CancellationToken ct)
    {
        if (!environment.IsDevelopment()) throw new InvalidOperationException(Refused);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('easygig demo'))", ct);
        if (await db.Users.AnyAsync(person => onlyIfEmpty || person.Email == DemoAccounts.All[0].Email, ct)) return false;

        var (cast, calendar, dice) = (new Cast(), new Calendar(clock.GetUtcNow()), new Dice(Seed));
        var cities = await CitiesAsync(db, cast, ct);
        var company = new Company(cast, await people.AddAsync(cast.People, calendar.Now.AddDays(-120), ct), cities, genres);
        db.AddRange(company.All);
        await db.SaveChangesAsync(ct);

        var chronicle = new Chronicle(db, letters, calendar.Now);
        await new Staging(db, company, chronicle).PlayAsync(new Season(cast, new(cast, cities, genres, dice), calendar, dice).Plan(), ct);
        await new Applause(db, cast, company, chronicle, dice, calendar.Now).GiveAsync(ct);
        await new Claims(db, company, chronicle, calendar).LayAsync(ct);
        db.Add(new SavedSearch(company.Artists["giulia-ferri"].Members[0].PersonId!.Value, "Jazz entro 80 km da Bologna", "/slots?genre=jazz&city=Bologna&km=80", null, SearchAlert.Daily, calendar.Ago(9)));
        await new Tour(db, company, chronicle, calendar).PutForwardAsync(ct);
        await chronicle.WriteAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>The Italian cities of that name; of namesakes the largest.</summary>
    internal static async Task<Dictionary<string, City>> CitiesAsync(EasyGigDb db, Cast cast, CancellationToken ct)
    {
        var names = cast.Organisations.Select(o => o.City).Concat(cast.Venues.Select(v => v.City)).Concat(cast.Artists.Select(a => a.City)).Distinct().ToArray();
        var cities = await db.Cities.AsNoTracking().Where(city => city.CountryCode == "IT" && names.Contains(city.Name)).ToListAsync(ct);
        return cities.GroupBy(city => city.Name).ToDictionary(namesakes => namesakes.Key, namesakes => namesakes.MaxBy(city => city.Population)!);
    }
}
