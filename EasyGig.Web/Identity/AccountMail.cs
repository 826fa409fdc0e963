using System.Buffers.Text;
using System.Text;
using EasyGig.Web.Data;
using EasyGig.Web.Hosting;
using EasyGig.Web.Localization;
using EasyGig.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Identity;

/// <summary>The mails about an account. Each is queued in the transaction of the caller, who saves, in the account's turn;
/// and not again for a while, as anybody can ask for them.</summary>
public sealed class AccountMail(EasyGigDb db, UserManager<Person> people, IStringLocalizer<Text> text, SiteAddress site, TimeProvider clock)
{
    public static readonly TimeSpan NotAgainFor = TimeSpan.FromMinutes(5);

    /// <summary>An answer that may have written a mail comes no sooner: how long it takes does not tell whether it has.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    public async Task ConfirmAsync(Person person, CancellationToken ct) =>
        await QueueAsync(person, "confirm_email", $"/account/confirm-email?id={person.Id}&token={Seal(await people.GenerateEmailConfirmationTokenAsync(person))}", ct);

    /// <summary>Somebody registered with an address that has an account: its owner learns it, and nobody else.</summary>
    public Task AlreadyRegisteredAsync(Person person, CancellationToken ct) => QueueAsync(person, "already_registered", "/account/forgot-password", ct);

    public async Task ResetAsync(Person person, CancellationToken ct) =>
        await QueueAsync(person, "reset_password", $"/account/reset-password?id={person.Id}&token={Seal(await people.GeneratePasswordResetTokenAsync(person))}", ct);

    /// <summary>The token that a link carried; empty when it is none.</summary>
    public static string Open(string? token)
    {
        try { return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)); }
        catch (FormatException) { return ""; }
    }

    private static string Seal(string token) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token));

    private async Task QueueAsync(Person person, string kind, string path, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Mails.AnyAsync(m => m.PersonId == person.Id && m.Kind == kind && m.CreatedAt > now - NotAgainFor, ct)) return;
        using var speaking = new Speaking(person.Culture);
        var letter = new Letter(text[$"Mail.{kind}.Subject"], text["Mail.Greeting", person.Name], [text[$"Mail.{kind}.Body"]], text["Mail.Footer.account"])
        {
            Button = new(text[$"Mail.{kind}.Button"], site.To(path)),
        };
        db.Mails.Add(letter.To(new(person.Id, person.Email!, person.Culture), kind, now));
    }
}
