using System.Globalization;
using EasyGig.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace EasyGig.Web.Identity;

/// <summary>Opens accounts. Whether an address had one already is told to that address alone.</summary>
public sealed class Registration(EasyGigDb db, UserManager<Person> people, IPasswordHasher<Person> hasher, AccountMail mail, TimeProvider clock)
{
    /// <param name="role">One of <see cref="Roles.ToChoose"/>.</param>
    /// <returns>What is wrong with the address or the password; nothing when a mail is on its way.</returns>
    public async Task<IReadOnlyList<IdentityError>> RegisterAsync(string name, string email, string password, string role, CancellationToken ct)
    {
        IReadOnlyList<IdentityError> wrong = [];
        await db.InTurnAsync([Turn.Account(email)], async () =>
        {
            var person = new Person
            {
                Id = Guid.CreateVersion7(), Name = name, UserName = email, Email = email, CreatedAt = clock.GetUtcNow(),
                Culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            };
            wrong = await OpenAsync(person, password, role, ct);
            await db.SaveChangesAsync(ct);
            return null;
        }, ct);
        return wrong;
    }

    private async Task<IReadOnlyList<IdentityError>> OpenAsync(Person person, string password, string role, CancellationToken ct)
    {
        var created = await people.CreateAsync(person, password);
        if (!created.Succeeded && !created.Errors.All(IsTaken)) return [.. created.Errors.Where(error => !IsTaken(error))];
        if (created.Succeeded)
        {
            await people.AddToRoleAsync(person, role);
            await mail.ConfirmAsync(person, ct);
        }
        else
        {
            hasher.HashPassword(person, password); // takes the time that a new account would
            await mail.AlreadyRegisteredAsync((await people.FindByEmailAsync(person.Email!))!, ct);
        }
        return [];
    }

    private static bool IsTaken(IdentityError error) => error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName);
}
