namespace EasyGig.Domain.Venues;

public enum Room { Standing, Seated, Tables, Mixed }

/// <summary>A room of a venue; slots belong to it.</summary>
public sealed class Stage
{
    private Stage() { }

    internal Stage(Guid venueId, StageProfile profile) => (Id, VenueId, Profile) = (Guid.CreateVersion7(), venueId, profile);

    public Guid Id { get; private set; }
    public Guid VenueId { get; private set; }
    public StageProfile Profile { get; private set; } = null!;
    public uint Version { get; private set; }

    public void Describe(StageProfile profile) => Profile = profile;
}

/// <param name="Capacity">People let in, at least one.</param>
/// <param name="Changeover">Minutes that the stage stays busy after a slot, 0 to 240.</param>
public sealed record StageProfile(string Name, int Capacity, Room Room, int Changeover);
