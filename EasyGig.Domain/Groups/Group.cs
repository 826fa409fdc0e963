using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Slots;

namespace EasyGig.Domain.Groups;

/// <summary>Several artists of a roster on several slots, put forward together: all are booked by the last yes, or none is.</summary>
/// <remarks>Each verb returns null when it was done, or the refusal when nothing was changed. Verbs need the pairs; they are loaded with it,
/// and <c>on</c> has what each pair's application stands on, by its id.</remarks>
public sealed partial class Group : Entity
{
    public const int Fewest = 2, Most = 12;

    /// <summary>So long after it was submitted it expires, or so long before the first of its slots, whichever comes first.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromDays(5), Notice = TimeSpan.FromHours(24);

    private readonly List<GroupPair> _pairs = [];

    private Group() { }

    private Group(Guid organisationId, DateTimeOffset dueAt, DateTimeOffset now) =>
        (Id, OrganisationId, SubmittedAt, DueAt) = (Guid.CreateVersion7(now), organisationId, now, dueAt);

    public Guid OrganisationId { get; private set; }
    public DateTimeOffset SubmittedAt { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public GroupState State { get; private set; } = GroupState.Submitted;

    /// <summary>What it did not come about for.</summary>
    public GroupEnd? Ending { get; private set; }

    /// <summary>The number of the pair that it did not come about for; null when it was none of them.</summary>
    public int? BrokenPair { get; private set; }
    public IReadOnlyList<GroupPair> Pairs => _pairs;

    /// <param name="slots">Those of all its pairs; the pairs are placed one by one.</param>
    public static (Group? Group, Refusal? Refusal) Submit(Guid organisationId, IReadOnlyCollection<Slot> slots, DateTimeOffset now) =>
        slots.Count is < Fewest or > Most ? (null, GroupRefusals.Size.About(Fewest, Most))
        : (new(organisationId, Earlier(now + Time, slots.Min(slot => slot.Time.Start) - Notice), now), null);

    /// <summary>Puts an artist forward for a slot, by an application like any other.</summary>
    public (Application? Application, Refusal? Refusal) Place(Slot slot, Artist artist, Proposal proposal, IReadOnlyCollection<Slot> others, DateTimeOffset now)
    {
        var (application, refusal) = Apply(slot, artist, proposal, others, now);
        if (application is not null) _pairs.Add(new(this, _pairs.Count + 1, slot, application));
        return (application, refusal);
    }

    /// <summary>Puts another artist in the place of one; the venue is asked again.</summary>
    public (Application? Application, Refusal? Refusal) Swap(Guid applicationId, IReadOnlyDictionary<Guid, Ground> on, Artist artist, Proposal proposal, DateTimeOffset now)
    {
        if (Refuses(on, now) is { } over) return (null, over);
        if (Of(applicationId) is not { } pair) return (null, GroupRefusals.Over);
        if (pair.ArtistId == artist.Id) return (null, GroupRefusals.SameArtist);
        var others = _pairs.Where(other => other != pair && other.ArtistId == artist.Id).Select(other => on[other.ApplicationId].Slot).ToList();
        var (application, refusal) = Apply(on[applicationId].Slot, artist, proposal, others, now);
        if (application is null) return (null, refusal);
        on[applicationId].Application.MakeWay(asked: pair.AgreedAt is not null);
        pair.Exchange(application);
        return (application, null);
    }

    /// <param name="others">The slots that the artist is put forward for beside this one.</param>
    private (Application? Application, Refusal? Refusal) Apply(Slot slot, Artist artist, Proposal proposal, IReadOnlyCollection<Slot> others, DateTimeOffset now)
    {
        if (!proposal.Consents) return (null, GroupRefusals.NoConsent);
        if (others.FirstOrDefault(other => other.Time.Start < slot.Time.End && slot.Time.Start < other.Time.End) is { } clash) return (null, clash.Id == slot.Id ? GroupRefusals.SlotTwice : GroupRefusals.Overlap.About(clash.Time));
        return Application.Submit(slot, artist, proposal.Message, proposal.Fee, proposal.TermsVersion, now, Id);
    }

    private GroupPair? Of(Guid applicationId) => _pairs.SingleOrDefault(pair => pair.ApplicationId == applicationId);

    private Refusal? Refuses(IReadOnlyDictionary<Guid, Ground> on, DateTimeOffset now) =>
        State is not GroupState.Submitted || now >= DueAt || Break(on) is not null ? GroupRefusals.Over : null;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static Fact That(FactKind kind, GroupPair pair, string? reason = null) => new(kind, pair.SlotId, pair.ApplicationId, Reason: reason);
}
