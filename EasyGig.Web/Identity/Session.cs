namespace EasyGig.Web.Identity;

/// <summary>A sign-in on one browser. The cookie holds the key; the row is the session, and without it the cookie is worth nothing.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the cookie's key, hexadecimal.</summary>
    public required string KeyHash { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The person's security stamp at sign-in; a new password ends every session that has the old one.</summary>
    public required string Stamp { get; init; }
    public required byte[] Ticket { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}
