using EasyGig.Domain.Facts;

namespace EasyGig.Domain.Rosters;

/// <summary>An artist that an organisation may put forward, once the artist has said yes to that, and for as long as neither ends it.</summary>
/// <remarks>Each verb returns null when it was done, or the refusal when nothing was changed.</remarks>
public sealed class RosterEntry : Entity
{
    /// <summary>Whoever said no is not asked again for so long.</summary>
    public static readonly TimeSpan Peace = TimeSpan.FromDays(30);

    private RosterEntry() { }

    private RosterEntry(Guid organisationId, Guid artistId, string note, DateTimeOffset now) =>
        (Id, OrganisationId, ArtistId, Note, AskedAt) = (Guid.CreateVersion7(now), organisationId, artistId, note, now);

    public Guid OrganisationId { get; private set; }
    public Guid ArtistId { get; private set; }

    /// <summary>What the organisation says to the artist.</summary>
    public string Note { get; private set; } = "";
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When it came to its present state, if that is not the first.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }
    public RosterState State { get; private set; } = RosterState.Asked;

    /// <param name="last">What became of it when the artist was asked before; null when it never was.</param>
    public static (RosterEntry? Entry, Refusal? Refusal) Ask(Guid organisationId, Guid artistId, RosterEntry? last, string note, DateTimeOffset now)
    {
        if (last is { State: RosterState.Declined, AnsweredAt: { } said } && now < said + Peace) return (null, RosterRefusals.SaidNo.About(said + Peace));
        var entry = new RosterEntry(organisationId, artistId, note, now);
        entry.Record(entry.That(FactKind.RosterAsked, note));
        return (entry, null);
    }

    public Refusal? Consent(DateTimeOffset now) => MoveTo(RosterState.On, FactKind.RosterJoined, now);

    public Refusal? Decline(DateTimeOffset now) => MoveTo(RosterState.Declined, FactKind.RosterDeclined, now);

    /// <summary>The artist does not want to be put forward any more.</summary>
    public Refusal? Leave(DateTimeOffset now) => State is RosterState.On ? MoveTo(RosterState.Ended, FactKind.RosterLeft, now) : RosterRefusals.Step;

    /// <summary>The organisation lets the artist go, or takes its question back.</summary>
    public Refusal? End(DateTimeOffset now) => MoveTo(RosterState.Ended, FactKind.RosterEnded, now);

    private Refusal? MoveTo(RosterState next, FactKind fact, DateTimeOffset now)
    {
        if (!RosterSteps.All.Allows(State, next)) return RosterRefusals.Step;
        (State, AnsweredAt) = (next, now);
        Record(That(fact));
        return null;
    }

    private Fact That(FactKind kind, string? reason = null) => new(kind, SlotId: null, Reason: reason) { ArtistId = ArtistId, OrganisationId = OrganisationId };
}
