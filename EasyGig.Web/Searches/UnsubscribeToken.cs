using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace EasyGig.Web.Searches;

/// <summary>What a mail carries so that its reader can end such mails without signing in: which searches it is about, sealed with the site's own keys. Nothing is stored.</summary>
public sealed class UnsubscribeToken(IDataProtectionProvider protection)
{
    private const int IdLength = 16;

    private readonly IDataProtector _protector = protection.CreateProtector("EasyGig.Searches.Unsubscribe");

    public string Seal(IEnumerable<Guid> searches) => Base64Url.EncodeToString(_protector.Protect([.. searches.SelectMany(id => id.ToByteArray())]));

    /// <returns>The searches; none when nobody of us sealed it.</returns>
    public IReadOnlyList<Guid> Open(string? token)
    {
        try { return [.. _protector.Unprotect(Base64Url.DecodeFromChars(token)).Chunk(IdLength).Select(id => new Guid(id))]; }
        catch (Exception e) when (e is FormatException or CryptographicException) { return []; }
    }
}
