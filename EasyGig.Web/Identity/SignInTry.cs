namespace EasyGig.Web.Identity;

/// <summary>A refused sign-in: whom it was for, hashed so that unknown addresses count alike, and where it came from.</summary>
public sealed class SignInTry
{
    public long Id { get; init; }

    /// <summary>SHA-256 of the normalised e-mail address, hexadecimal.</summary>
    public required string AccountHash { get; init; }
    public required string Address { get; init; }
    public required DateTimeOffset At { get; init; }
}
