using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Messages;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Domain.WaitingLists;

namespace EasyGig.Web.Demo;

/// <summary>A night as it stands so far: its slot, what artists applied with, and its booking.</summary>
internal sealed class Show(Night night, Company company)
{
    private readonly Dictionary<string, Application> _bids = [];
    private readonly List<Message> _messages = [];

    private Venue Venue { get; } = company.Venues[night.Venue.Slug];

    public Night Night => night;

    public Slot Slot { get; } = Draft(night, company.Venues[night.Venue.Slug], company);

    public Booking? Booking { get; private set; }

    public IReadOnlyList<Message> Messages => _messages;

    public RunOfShow? Day { get; private set; }

    public Application BidOf(string artist) => _bids[artist];

    /// <summary>What a deed would touch elsewhere: the artist's other applications at that time.</summary>
    public IReadOnlyList<Application> Overlapping(Deed deed, IEnumerable<Show> all) => deed.Did is not (Did.Accept or Did.AcceptAlone or Did.Approve) ? [] :
    [
        .. all.Where(other => other != this && other.Slot.Time.Overlaps(Slot.Time)).Select(other => other._bids.GetValueOrDefault(deed.Who))
            .OfType<Application>().Where(bid => ApplicationSteps.Live.Contains(bid.State) && bid.State is not ApplicationState.Accepted),
    ];

    /// <summary>Does it with the domain's own verb, as of the time of the deed.</summary>
    public Refusal? Do(Deed deed, IReadOnlyList<Application> overlapping) => deed.Did switch
    {
        Did.Publish => Slot.Publish(deed.At),
        Did.Apply => Apply(deed),
        Did.Shortlist => BidOf(deed.Who).Shortlist(),
        Did.Decline => BidOf(deed.Who).Decline(deed.Words),
        Did.Withdraw => BidOf(deed.Who).Withdraw(),
        Did.Offer => Offer(deed, Side.Venue),
        Did.Counter => Offer(deed, Side.Artist),
        Did.Accept => Accept(deed, overlapping, declineRivals: false),
        Did.AcceptAlone => Accept(deed, overlapping, declineRivals: true),
        Did.Approve => Booking!.Approve(Reviewer.Promoter, new(Rivals(deed), overlapping), deed.At),
        Did.Reject => Booking!.Reject(Reviewer.Promoter, new(Slot, BidOf(deed.Who), []), deed.Words, deed.At) ?? Begin(deed),
        Did.Ask => Write(deed, Party.Artist),
        Did.Answer => Write(deed, Party.Venue),
        Did.Plan => Plan(deed),
        Did.Cancel => Slot.Cancel(_bids.Values, deed.Words, deed.At),
        Did.Play => Booking!.Play(Slot, Rivals(deed), deed.At),
        Did.Propose => Booking!.Propose(Side.Venue, 1, Booking.Terms with { Fee = new(deed.Fee, Booking.Fee.Currency), Clause = deed.Words }, null, deed.At),
        Did.CallOff => Booking!.Cancel(Side.Venue, new(Slot, BidOf(deed.Who), Rivals(deed)), deed.Words, reopen: true, new(Booking.State, Booking.IsShortNotice(deed.At)), deed.At) ?? Begin(deed),
        Did.Stop => Slot.AskedUntil is null ? null : WaitingList.Stop(Slot, _bids.Values.Single(bid => bid.Asked is not null)),
    };

    public IEnumerable<Fact> TakeFacts() => ((IEnumerable<Entity?>)[Slot, .. _bids.Values, Booking, Day, .. _messages]).OfType<Entity>().SelectMany(entity => entity.TakeFacts());

    private Refusal? Apply(Deed deed)
    {
        var (application, refusal) = Application.Submit(Slot, company.Artists[deed.Who], deed.Words, deed.Fee, Slot.TermsVersion, deed.At);
        if (application is not null) _bids.Add(deed.Who, application);
        return refusal;
    }

    private Refusal? Write(Deed deed, Party side)
    {
        var (message, refusal) = Message.Send(Booking!, side, company.DoerOf(deed, night), deed.Words, deed.At);
        if (message is not null) _messages.Add(message);
        return refusal;
    }

    private Refusal? Offer(Deed deed, Side by)
    {
        var (bid, currency) = (BidOf(deed.Who), Slot.Terms.Currency);
        return bid.Offer(by, Slot, new(new(deed.Fee, currency), Slot.Terms.Deal), deed.Words, Slot.TermsVersion, bid.Standing?.Number ?? 0, deed.At);
    }

    private Refusal? Accept(Deed deed, IReadOnlyList<Application> overlapping, bool declineRivals)
    {
        (Booking, var refusal) = Booking.Accept(Side.Venue, Venue, Slot, BidOf(deed.Who), Slot.TermsVersion, 0, new(Rivals(deed), overlapping), declineRivals, deed.At);
        return refusal;
    }

    /// <summary>The booking fell: the slot goes down its waiting list.</summary>
    private Refusal? Begin(Deed deed)
    {
        if (WaitingList.InOrder(_bids.Values).Any()) WaitingList.AskNext(Slot, _bids.Values, Venue.AnswerTime, deed.At);
        return null;
    }

    private Refusal? Plan(Deed deed)
    {
        Day = new(Booking!);
        var (times, refusal) = deed.Clock.For(Slot.Time, Calendar.Zone);
        return refusal ?? Day.Plan(Booking!, times, deed.Words, deed.At);
    }

    private List<Application> Rivals(Deed deed) =>
        [.. _bids.Where(bid => bid.Key != deed.Who).Select(bid => bid.Value).Where(bid => ApplicationSteps.Live.Contains(bid.State))];

    private static Slot Draft(Night night, Venue venue, Company company) => new(venue, venue.Stages.Single(stage => stage.Profile.Name == night.Stage), night.Time, new()
    {
        MinFee = night.Terms.Min, MaxFee = night.Terms.Max, Currency = venue.Profile.Currency, Negotiable = night.Terms.Negotiable,
        Genres = company.Genres(night.Terms.Genres), Category = night.Terms.Category, Notes = night.Terms.Notes,
        Deal = (night.Terms.Deal ?? new()).Checked(venue.Profile.Currency).Terms!,
    });
}
