using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using EasyGig.Domain;
using EasyGig.Domain.Mails;
using Microsoft.AspNetCore.DataProtection;

namespace EasyGig.Web.MailPreferences;

/// <summary>What a mail carries so that its reader can end such mails without signing in: which they are, sealed with the site's own keys. Nothing is stored.</summary>
public sealed class UnsubscribeToken(IDataProtectionProvider protection)
{
    private const int IdLength = 16;

    private readonly IDataProtector _searches = protection.CreateProtector("EasyGig.Searches.Unsubscribe");
    private readonly IDataProtector _groups = protection.CreateProtector("EasyGig.MailPreferences.Unsubscribe");

    public string Seal(Mailing mailing) => Base64Url.EncodeToString(mailing switch
    {
        Mailing.OfSearches some => _searches.Protect([.. some.Searches.SelectMany(id => id.ToByteArray())]),
        Mailing.OfGroup one => _groups.Protect([.. one.PersonId.ToByteArray(), .. Encoding.UTF8.GetBytes(Word.Of(one.Group))]),
        _ => throw new UnreachableException(),
    });

    /// <returns>Null when nobody of us sealed it.</returns>
    public Mailing? Open(string? token) =>
        Opened(_searches, token) is { Length: > 0 } ids ? new Mailing.OfSearches([.. ids.Chunk(IdLength).Select(id => new Guid(id))])
        : Opened(_groups, token) is { Length: > IdLength } one && Word.Read<MailGroup>(Encoding.UTF8.GetString(one[IdLength..])) is { } group ? new Mailing.OfGroup(new(one[..IdLength]), group)
        : null;

    private static byte[]? Opened(IDataProtector protector, string? token)
    {
        try { return protector.Unprotect(Base64Url.DecodeFromChars(token)); }
        catch (Exception e) when (e is FormatException or CryptographicException) { return null; }
    }
}
