namespace EasyGig.Domain.Artists;

/// <summary>A soloist or a band. Its members say who may act for it.</summary>
public sealed class Artist : Entity
{
    private readonly List<ArtistMember> _members = [];

    private Artist() { }

    /// <param name="owner">The person who signs up for the artist.</param>
    /// <param name="slug">The address of the public page; unique.</param>
    public Artist(Guid owner, string slug, ArtistProfile profile)
    {
        (Id, Slug, Profile) = (Guid.CreateVersion7(), slug, profile);
        _members.Add(new ArtistMember(owner, profile.Name, ""));
    }

    public string Slug { get; private set; } = "";
    public ArtistProfile Profile { get; private set; } = null!;
    public IReadOnlyList<ArtistMember> Members => _members;
    public uint Version { get; private set; }

    public void Describe(ArtistProfile profile) => Profile = profile;

    /// <summary>Names who is on stage. Those who sign in for the artist stay; a soloist has nobody else.</summary>
    public void LineUp(IEnumerable<(string Name, string Plays)> others)
    {
        _members.RemoveAll(member => member.PersonId is null);
        if (Profile.Kind is ArtistKind.Soloist) return;
        _members.AddRange(others.Select(other => new ArtistMember(null, other.Name, other.Plays)));
    }
}

/// <summary>Somebody of an artist.</summary>
/// <param name="PersonId">The account that may act for the artist; null for a member who is only named.</param>
/// <param name="Plays">Voice, double bass, …; may be empty.</param>
public sealed record ArtistMember(Guid? PersonId, string Name, string Plays)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
}
