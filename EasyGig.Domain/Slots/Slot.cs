using EasyGig.Domain.Applications;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Invitations;
using EasyGig.Domain.Venues;
using EasyGig.Domain.WaitingLists;

namespace EasyGig.Domain.Slots;

/// <summary>A time window that a stage offers, with terms.</summary>
/// <remarks>Each verb returns null when it was done, or the refusal when nothing was changed.</remarks>
public sealed class Slot : Entity
{
    private readonly List<SlotVersion> _versions = [];

    private Slot() { }

    /// <summary>A draft; nobody but the venue sees it.</summary>
    public Slot(Venue venue, Stage stage, Period time, SlotTerms terms) =>
        (Id, VenueId, StageId, Place, Time, Terms) = (Guid.CreateVersion7(), venue.Id, stage.Id, venue.Profile.Place, time, terms);

    public Guid VenueId { get; private set; }
    public Guid StageId { get; private set; }

    /// <summary>The venue's, repeated here so that search reads one table; the database keeps it so.</summary>
    public Place Place { get; private set; } = null!;
    public Period Time { get; private set; }

    /// <summary>The end of the changeover after the slot; until then the stage is taken. The database computes it.</summary>
    public DateTimeOffset BusyUntil { get; private set; }
    public SlotTerms Terms { get; private set; } = null!;

    /// <summary>Counts up whenever time or terms change, so that an application says which it answers.</summary>
    public int TermsVersion { get; private set; } = 1;

    /// <summary>How it was offered, each time.</summary>
    public IReadOnlyList<SlotVersion> Versions => _versions;
    public SlotState State { get; private set; } = SlotState.Draft;

    /// <summary>Until when the one may take it who is next on its waiting list; null when nobody is asked. Until the list has been gone
    /// through, nobody else is offered the slot, nor booked on it.</summary>
    public DateTimeOffset? AskedUntil { get; private set; }
    public uint Version { get; private set; }

    /// <summary>The state as it is read at a moment.</summary>
    public SlotState StateAt(DateTimeOffset now) => SlotSteps.At(State, Time.Start, now);

    public Refusal? Publish(DateTimeOffset now)
    {
        if (State is not SlotState.Draft) return SlotRefusals.Step;
        if (now >= Time.Start) return SlotRefusals.Started;
        if (MoveTo(SlotState.Open, FactKind.SlotPublished) is { } refusal) return refusal;
        _versions.Add(new(this));
        return null;
    }

    /// <summary>Why it cannot be changed now; null when it can. Whoever is asked down the waiting list is asked about the slot as it is.</summary>
    public Refusal? RefusesChange(DateTimeOffset now) =>
        StateAt(now) is not (SlotState.Draft or SlotState.Open) ? SlotRefusals.NotEditable : AskedUntil is { } until ? WaitingListRefusals.Promised.About(until) : null;

    /// <param name="live">Its live applications: the time to answer them moves with it.</param>
    public Refusal? Change(Stage stage, Period time, SlotTerms terms, IEnumerable<Application> live, DateTimeOffset now)
    {
        if (RefusesChange(now) is { } refusal) return refusal;
        if (now >= time.Start) return SlotRefusals.InThePast;
        if ((stage.Id, time, terms) == (StageId, Time, Terms)) return null;
        (StageId, Time, Terms) = (stage.Id, time, terms);
        foreach (var application in live) application.Follow(this, now);
        if (State is SlotState.Draft) return null;
        TermsVersion++;
        _versions.Add(new(this));
        Record(new(FactKind.SlotChanged, Id));
        return null;
    }

    /// <summary>Takes back a slot that nobody is booked on; every live application to it ends with the same reason.</summary>
    public Refusal? Cancel(IEnumerable<Application> live, string reason, DateTimeOffset now)
    {
        if (StateAt(now) is not (SlotState.Draft or SlotState.Open)) return SlotRefusals.NotCancellable;
        return TakeBack(live, reason);
    }

    internal Refusal? RefusesBooking(DateTimeOffset now) => StateAt(now) switch
    {
        SlotState.Open => null,
        SlotState.Booked or SlotState.Played => SlotRefusals.AlreadyBooked,
        SlotState.Lapsed => SlotRefusals.Started,
        SlotState.Draft or SlotState.Cancelled => SlotRefusals.NotOpen,
    };

    internal void Book() => (State, AskedUntil) = (SlotState.Booked, null);

    internal Refusal? RefusesReopening => SlotSteps.All.Allows(State, SlotState.Open) ? null : SlotRefusals.Step;

    internal void Reopen() => State = SlotState.Open;

    internal void Ask(DateTimeOffset until) => AskedUntil = until;

    internal void StopAsking() => AskedUntil = null;

    /// <summary>Everybody who waited for it has been asked, or could not be, and nobody took it.</summary>
    internal void EndList()
    {
        AskedUntil = null;
        Record(new(FactKind.RevivalEnded, Id));
    }

    /// <summary>Nobody plays on it any more, and nobody else shall.</summary>
    internal Refusal? TakeBack(IEnumerable<Application> live, string? reason)
    {
        if (MoveTo(SlotState.Cancelled, FactKind.SlotCancelled, reason) is { } refusal) return refusal;
        AskedUntil = null;
        foreach (var application in live) application.LoseSlot(reason);
        return null;
    }

    /// <summary>Its start has come and nobody is booked: what was asked for it ends.</summary>
    /// <returns>Whether it did.</returns>
    public bool Lapse(IEnumerable<Application> live, IEnumerable<Invitation> open, DateTimeOffset now)
    {
        if (State is not SlotState.Open || now < Time.Start) return false;
        (State, AskedUntil) = (SlotState.Lapsed, null);
        Record(new(FactKind.SlotLapsed, Id));
        foreach (var application in live) application.Lapse();
        foreach (var invitation in open) invitation.Expire();
        return true;
    }

    internal Refusal? RefusesPlaying => SlotSteps.All.Allows(State, SlotState.Played) ? null : SlotRefusals.Step;

    internal void Play() => State = SlotState.Played;

    private Refusal? MoveTo(SlotState next, FactKind fact, string? reason = null)
    {
        if (!SlotSteps.All.Allows(State, next)) return SlotRefusals.Step;
        State = next;
        Record(new(fact, Id, Reason: reason));
        return null;
    }
}
