using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using EasyGig.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EasyGig.Web.Identity;

/// <summary>Keeps sessions in the database: the cookie is only a key, so signing out, a new password or an admin ends a
/// session at once on every node, whoever copied the cookie.</summary>
internal sealed class SessionStore(IServiceScopeFactory scopes, TimeProvider clock, IOptions<IdentityOptions> identity) : ITicketStore
{
    /// <summary>However often somebody comes back, they prove now and then who they are.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private static readonly TicketSerializer Serializer = TicketSerializer.Default;

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        await WithDbAsync(async db =>
        {
            await db.Sessions.Where(s => s.ExpiresAt <= now || s.CreatedAt <= now - Longest).ExecuteDeleteAsync(); // nobody else clears them away
            db.Sessions.Add(new()
            {
                KeyHash = Hash(key),
                PersonId = ticket.Principal.Id,
                Stamp = StampOf(ticket),
                Ticket = Serializer.Serialize(ticket),
                CreatedAt = now,
                ExpiresAt = ticket.Properties.ExpiresUtc!.Value,
            });
            return await db.SaveChangesAsync();
        });
        return key;
    }

    /// <summary>Prolongs a person's session, or lets it go on after a new password; it never becomes another person's.</summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var (hash, person, stamp, bytes, expiry) = (Hash(key), ticket.Principal.Id, StampOf(ticket), Serializer.Serialize(ticket), ticket.Properties.ExpiresUtc!.Value);
        return WithDbAsync(db => db.Sessions.Where(s => s.KeyHash == hash && s.PersonId == person)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Stamp, stamp).SetProperty(s => s.Ticket, bytes).SetProperty(s => s.ExpiresAt, expiry)));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var (hash, now) = (Hash(key), clock.GetUtcNow());
        var ticket = await WithDbAsync(db => (
            from session in db.Sessions
            join person in db.Users on session.PersonId equals person.Id
            where session.KeyHash == hash && session.ExpiresAt > now && session.CreatedAt > now - Longest && session.Stamp == person.SecurityStamp
            select session.Ticket).SingleOrDefaultAsync());
        return ticket is null ? null : Serializer.Deserialize(ticket);
    }

    public Task RemoveAsync(string key)
    {
        var hash = Hash(key);
        return WithDbAsync(db => db.Sessions.Where(s => s.KeyHash == hash).ExecuteDeleteAsync());
    }

    private string StampOf(AuthenticationTicket ticket) => ticket.Principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType) ?? "";

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private async Task<T> WithDbAsync<T>(Func<EasyGigDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<EasyGigDb>());
    }
}
