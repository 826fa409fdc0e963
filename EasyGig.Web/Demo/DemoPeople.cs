using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Demo;

/// <summary>Opens an account for everybody of the demo scene.</summary>
public sealed class DemoPeople(EasyGigDb db, IPasswordHasher<Person> hasher, ILookupNormalizer names)
{
    /// <summary>Adds the accounts, confirmed, to what is saved next. All have the same password, which is hashed once: a hash
    /// is slow on purpose.</summary>
    /// <returns>The people by name.</returns>
    internal async Task<IReadOnlyDictionary<string, Person>> AddAsync(IEnumerable<PersonLine> lines, DateTimeOffset since, CancellationToken ct)
    {
        var roles = await db.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id, ct);
        var hash = hasher.HashPassword(new(), DemoAccounts.Password);
        Dictionary<string, Person> people = [];
        foreach (var line in lines)
        {
            var person = new Person { Id = Guid.CreateVersion7(), Name = line.Name, Culture = line.Culture, CreatedAt = since, PasswordHash = hash };
            (person.Email, person.EmailConfirmed, person.SecurityStamp, person.LockoutEnabled) = (EmailOf(line.Name), true, Guid.NewGuid().ToString("N"), true);
            (person.UserName, person.NormalizedUserName, person.NormalizedEmail) = (person.Email, names.NormalizeName(person.Email), names.NormalizeEmail(person.Email));
            db.Users.Add(person);
            db.UserRoles.Add(new() { UserId = person.Id, RoleId = roles[line.Role] });
            people.Add(line.Name, person);
        }
        return people;
    }

    private static string EmailOf(string name) =>
        DemoAccounts.All.FirstOrDefault(account => account.Name == name)?.Email ?? $"{name.ToLowerInvariant().Replace(' ', '.')}@demo.example";
}
