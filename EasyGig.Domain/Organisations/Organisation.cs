namespace EasyGig.Domain.Organisations;

public enum OrganisationKind { Agency, Crew, Collective, Individual }

/// <summary>Those whom promoters work for. A venue may let one of them review its bookings.</summary>
public sealed class Organisation : Entity
{
    private readonly List<OrganisationMember> _members = [];

    private Organisation() { }

    /// <param name="promoter">The person who signs up for the organisation.</param>
    /// <param name="slug">A short name for addresses; unique.</param>
    public Organisation(Guid promoter, string slug, OrganisationProfile profile)
    {
        (Id, Slug, Profile) = (Guid.CreateVersion7(), slug, profile);
        _members.Add(new OrganisationMember(promoter));
    }

    public string Slug { get; private set; } = "";
    public OrganisationProfile Profile { get; private set; } = null!;
    public DateTimeOffset? VerifiedAt { get; private set; }
    public IReadOnlyList<OrganisationMember> Members => _members;
    public uint Version { get; private set; }

    public void Describe(OrganisationProfile profile) => Profile = profile;
}

/// <summary>What an organisation says about itself.</summary>
public sealed record OrganisationProfile
{
    public required string Name { get; init; }
    public required OrganisationKind Kind { get; init; }
    public required Place Home { get; init; }
    public required string About { get; init; }
}

/// <summary>A promoter of an organisation.</summary>
public sealed record OrganisationMember(Guid PersonId);
