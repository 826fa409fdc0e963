using System.Buffers.Text;
using System.Text;
using EasyGig.Web.Data;
using EasyGig.Web.Hosting;
using EasyGig.Web.Localization;
using EasyGig.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Identity;

/// <summary>The mails about an account. Each is queued in the transaction of the caller, who saves.</summary>
public sealed class AccountMail(EasyGigDb db, UserManager<Person> people, IStringLocalizer<Text> text, SiteAddress site, TimeProvider clock)
{
    public async Task ConfirmAsync(Person person) =>
        Queue(person, "confirm_email", $"/account/confirm-email?id={person.Id}&token={Seal(await people.GenerateEmailConfirmationTokenAsync(person))}");

    /// <summary>Somebody registered with an address that has an account: its owner learns it, and nobody else.</summary>
    public void AlreadyRegistered(Person person) => Queue(person, "already_registered", "/account/forgot-password");

    public async Task ResetAsync(Person person) =>
        Queue(person, "reset_password", $"/account/reset-password?id={person.Id}&token={Seal(await people.GeneratePasswordResetTokenAsync(person))}");

    /// <summary>The token that a link carried; empty when it is none.</summary>
    public static string Open(string? token)
    {
        try { return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)); }
        catch (FormatException) { return ""; }
    }

    private static string Seal(string token) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token));

    private void Queue(Person person, string kind, string path)
    {
        using var speaking = new Speaking(person.Culture);
        var letter = new Letter(text[$"Mail.{kind}.Subject"], text["Mail.Greeting", person.Name], [text[$"Mail.{kind}.Body"]], text["Mail.Footer.account"])
        {
            Button = new(text[$"Mail.{kind}.Button"], site.To(path)),
        };
        db.Mails.Add(letter.To(new(person.Id, person.Email!, person.Culture), kind, clock.GetUtcNow()));
    }
}
