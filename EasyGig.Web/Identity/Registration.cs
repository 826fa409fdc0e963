using System.Globalization;
using EasyGig.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EasyGig.Web.Identity;

/// <summary>Opens accounts. Whether an address had one already is told to that address alone.</summary>
public sealed class Registration(EasyGigDb db, UserManager<Person> people, AccountMail mail, TimeProvider clock)
{
    /// <param name="role">One of <see cref="Roles.ToChoose"/>.</param>
    /// <returns>What is wrong with the password; nothing when a mail is on its way.</returns>
    public async Task<IReadOnlyList<IdentityError>> RegisterAsync(string name, string email, string password, string role, CancellationToken ct)
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(), Name = name, UserName = email, Email = email, CreatedAt = clock.GetUtcNow(),
            Culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        };
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var created = await people.CreateAsync(person, password);
            if (!created.Succeeded && !created.Errors.All(IsTaken)) return [.. created.Errors.Where(error => !IsTaken(error))];
            if (created.Succeeded)
            {
                await people.AddToRoleAsync(person, role);
                await mail.ConfirmAsync(person);
            }
            else
            {
                mail.AlreadyRegistered((await people.FindByEmailAsync(email))!);
            }
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: "people_email_unique" or "people_user_name_unique" })
        {
            // Two forms at the same moment: the other one has sent the mail.
        }
        return [];
    }

    private static bool IsTaken(IdentityError error) => error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName);
}
