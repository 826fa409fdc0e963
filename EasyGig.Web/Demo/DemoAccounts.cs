using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Demo;

/// <summary>Somebody to try EasyGig as.</summary>
public sealed record DemoAccount(string Role, string Name, string Email);

/// <summary>The people of the demo data whom anybody may sign in as, in Development only.</summary>
public sealed class DemoAccounts(EasyGigDb db, IHostEnvironment environment)
{
    public const string Password = "evening-at-the-pier";

    public static readonly IReadOnlyList<DemoAccount> All =
    [
        new(Roles.Artist, "Giulia Ferri", "giulia@demo.example"),
        new(Roles.Artist, "Marco Bellini", "marco@demo.example"),
        new(Roles.ArtDirector, "Teresa Landi", "teresa@demo.example"),
        new(Roles.ArtDirector, "Luca Morandi", "luca@demo.example"),
        new(Roles.Promoter, "Sara Conti", "sara@demo.example"),
        new(Roles.Promoter, "Paolo Greco", "paolo@demo.example"),
        new(Roles.Admin, "Nora Villa", "nora@demo.example"),
    ];

    /// <summary>Those that are in the database; nobody outside Development.</summary>
    public async Task<IReadOnlyList<DemoAccount>> ListAsync(CancellationToken ct)
    {
        if (!environment.IsDevelopment()) return [];
        var emails = All.Select(account => account.Email).ToArray();
        var there = await db.Users.Where(person => emails.Contains(person.Email)).Select(person => person.Email).ToListAsync(ct);
        return [.. All.Where(account => there.Contains(account.Email))];
    }
}
