using EasyGig.Domain.Applications;
using EasyGig.Domain.Slots;

namespace EasyGig.Domain.Groups;

/// <summary>One artist on one slot of a group, and whether the slot's venue has said yes.</summary>
public sealed class GroupPair
{
    private GroupPair() { }

    internal GroupPair(Group group, int number, Slot slot, Application application) =>
        (GroupId, Number, SlotId, ArtistId, ApplicationId) = (group.Id, number, slot.Id, application.ArtistId, application.Id);

    public Guid GroupId { get; private set; }

    /// <summary>From one on, as the organisation put them.</summary>
    public int Number { get; private set; }
    public Guid SlotId { get; private set; }
    public Guid ArtistId { get; private set; }
    public Guid ApplicationId { get; private set; }

    /// <summary>When the venue said yes; null when it has not, or took it back. A yes reserves nothing.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>Whether the venue wants the rivals declined once it is confirmed.</summary>
    public bool DeclineRivals { get; private set; }

    internal void Agree(bool declineRivals, DateTimeOffset now) => (AgreedAt, DeclineRivals) = (now, declineRivals);

    internal void TakeBack() => (AgreedAt, DeclineRivals) = (null, false);

    /// <summary>Another artist takes the place; what the venue said to the one before is void.</summary>
    internal void Exchange(Application application)
    {
        TakeBack();
        (ArtistId, ApplicationId) = (application.ArtistId, application.Id);
    }
}
