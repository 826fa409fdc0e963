using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Slots;

namespace EasyGig.Domain.Invitations;

/// <summary>A venue asks an artist to apply to a slot.</summary>
/// <remarks>Each verb returns null when it was done, or the refusal when nothing was changed.</remarks>
public sealed class Invitation : Entity
{
    private Invitation() { }

    private Invitation(Slot slot, Artist artist, string note, DateTimeOffset now) =>
        (Id, SlotId, ArtistId, Note, SentAt) = (Guid.CreateVersion7(now), slot.Id, artist.Id, note, now);

    public Guid SlotId { get; private set; }
    public Guid ArtistId { get; private set; }

    /// <summary>What the venue says to it.</summary>
    public string Note { get; private set; } = "";
    public DateTimeOffset SentAt { get; private set; }
    public InvitationState State { get; private set; } = InvitationState.Sent;

    /// <summary>Only to a slot that the artist can still apply to.</summary>
    public static (Invitation? Invitation, Refusal? Refusal) Send(Slot slot, Artist artist, string note, DateTimeOffset now)
    {
        if (slot.StateAt(now) is not SlotState.Open) return (null, SlotRefusals.NotOpen);
        if (slot.Time.Start - now < Application.Notice) return (null, ApplicationRefusals.TooLate);
        var invitation = new Invitation(slot, artist, note, now);
        invitation.Record(invitation.That(FactKind.Invited, note));
        return (invitation, null);
    }

    public Refusal? Decline(string? reason)
    {
        if (!InvitationSteps.All.Allows(State, InvitationState.Declined)) return InvitationRefusals.Step;
        State = InvitationState.Declined;
        Record(That(FactKind.InvitationDeclined, reason));
        return null;
    }

    /// <summary>The artist applied; that is told by itself.</summary>
    public void Answer() => State = State is InvitationState.Sent ? InvitationState.Answered : State;

    /// <summary>The evening has come without a word.</summary>
    internal void Expire() => State = State is InvitationState.Sent ? InvitationState.Expired : State;

    private Fact That(FactKind kind, string? reason = null) => new(kind, SlotId, Reason: reason) { ArtistId = ArtistId };
}
