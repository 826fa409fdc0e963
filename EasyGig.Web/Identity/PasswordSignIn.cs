using System.Security.Cryptography;
using System.Text;
using EasyGig.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Identity;

/// <summary>How an attempt to sign in ended.</summary>
public enum SignInOutcome { Done, Wrong, LockedOut, NotConfirmed }

/// <summary>Signs people in by e-mail and password, without telling by words or time whether an address has an account.</summary>
public sealed class PasswordSignIn(EasyGigDb db, UserManager<Person> people, SignInManager<Person> sessions, IPasswordHasher<Person> hasher, TimeProvider clock)
{
    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    private const int TriesOfOneAddress = 5;

    /// <summary>An account under attack from many addresses gives each of them a single try, so that its owner, who
    /// types the right password, still gets in.</summary>
    private const int TriesBeforeOneEach = 50;

    /// <param name="address">Where the attempt comes from: the client's network address.</param>
    public async Task<(SignInOutcome Outcome, Person? Person)> TryAsync(string email, string password, bool remember, string address, CancellationToken ct)
    {
        var account = Hash(people.NormalizeEmail(email) ?? "");
        if (await IsLockedOutAsync(account, address, ct)) return (SignInOutcome.LockedOut, null);

        var person = await people.FindByEmailAsync(email);
        if (!await MatchesAsync(person, password))
        {
            db.SignInTries.Add(new() { AccountHash = account, Address = address, At = clock.GetUtcNow() });
            await db.SaveChangesAsync(ct);
            return (SignInOutcome.Wrong, null);
        }
        if (!person!.EmailConfirmed) return (SignInOutcome.NotConfirmed, person);

        await db.SignInTries.Where(t => t.AccountHash == account && t.Address == address).ExecuteDeleteAsync(ct);
        await sessions.SignInAsync(person, remember);
        return (SignInOutcome.Done, person);
    }

    private async Task<bool> IsLockedOutAsync(string account, string address, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - LockOut;
        var tries = await db.SignInTries.Where(t => t.AccountHash == account && t.At > since)
            .GroupBy(t => t.Address == address).Select(g => new { Here = g.Key, Count = g.Count() }).ToListAsync(ct);
        var here = tries.Where(t => t.Here).Sum(t => t.Count);
        return here >= (tries.Sum(t => t.Count) >= TriesBeforeOneEach ? 1 : TriesOfOneAddress);
    }

    /// <summary>Hashes once in either case, so that an unknown address takes as long as a wrong password.</summary>
    private async Task<bool> MatchesAsync(Person? person, string password)
    {
        if (person?.PasswordHash is not null) return await people.CheckPasswordAsync(person, password);
        hasher.HashPassword(new Person(), password);
        return false;
    }

    private static string Hash(string account) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account)));
}
