using System.Security.Cryptography;
using System.Text;
using EasyGig.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Identity;

/// <summary>How an attempt to sign in ended.</summary>
public enum SignInOutcome { Done, Wrong, LockedOut, NotConfirmed }

/// <summary>Signs people in by e-mail and password, without telling by words or time whether an address has an account.</summary>
public sealed class PasswordSignIn(EasyGigDb db, UserManager<Person> people, FreshSession sessions, AccountMail mail, IPasswordHasher<Person> hasher, TimeProvider clock)
{
    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    private const int TriesOfOneNetwork = 5;

    /// <summary>An account under attack from many networks gives each of them a single try, so that its owner, who
    /// types the right password, still gets in.</summary>
    private const int TriesBeforeOneEach = 50;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <param name="network">Where the attempt comes from: <c>HttpContext.ClientNetwork</c>.</param>
    public async Task<(SignInOutcome Outcome, Person? Person)> TryAsync(string email, string password, bool remember, string network, CancellationToken ct)
    {
        var person = await people.FindByEmailAsync(email);
        var matches = await MatchesAsync(person, password);
        var outcome = SignInOutcome.Wrong;
        // However many passwords are checked at once, the answers come one after the other, and each counts those before it.
        await db.InTurnAsync([Turn.Account(email)], async () =>
        {
            outcome = await DecideAsync(person, matches, Hash(email), network, ct);
            await db.SaveChangesAsync(ct);
            return null;
        }, ct);
        if (outcome is SignInOutcome.Done) await sessions.BeginAsync(person!, remember);
        return (outcome, person);
    }

    /// <summary>Lets somebody who proved otherwise that the account is theirs try again from where they are.</summary>
    public Task ForgetTriesAsync(string email, string network, CancellationToken ct)
    {
        var account = Hash(email);
        return db.SignInTries.Where(t => t.AccountHash == account && t.Address == network).ExecuteDeleteAsync(ct);
    }

    private async Task<SignInOutcome> DecideAsync(Person? person, bool matches, string account, string network, CancellationToken ct)
    {
        if (await IsLockedOutAsync(account, network, ct)) return SignInOutcome.LockedOut;
        if (!matches)
        {
            await CountAsync(account, network, ct);
            return SignInOutcome.Wrong;
        }
        if (!person!.EmailConfirmed)
        {
            await mail.ConfirmAsync(person, ct);
            return SignInOutcome.NotConfirmed;
        }
        await ForgetTriesAsync(person.Email!, network, ct);
        return SignInOutcome.Done;
    }

    private async Task<bool> IsLockedOutAsync(string account, string network, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - LockOut;
        var tries = await db.SignInTries.Where(t => t.AccountHash == account && t.At > since)
            .GroupBy(t => t.Address == network).Select(g => new { Here = g.Key, Count = g.Count() }).ToListAsync(ct);
        var here = tries.Where(t => t.Here).Sum(t => t.Count);
        return here >= (tries.Sum(t => t.Count) >= TriesBeforeOneEach ? 1 : TriesOfOneNetwork);
    }

    private async Task CountAsync(string account, string network, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.SignInTries.Where(t => t.At < now - Kept).ExecuteDeleteAsync(ct);
        db.SignInTries.Add(new() { AccountHash = account, Address = network, At = now });
    }

    /// <summary>Hashes once in either case, so that an unknown address takes as long as a wrong password.</summary>
    private async Task<bool> MatchesAsync(Person? person, string password)
    {
        if (person?.PasswordHash is not null) return await people.CheckPasswordAsync(person, password);
        hasher.HashPassword(new Person(), password);
        return false;
    }

    private string Hash(string email) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(people.NormalizeEmail(email) ?? "")));
}
