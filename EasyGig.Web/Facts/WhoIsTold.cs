using System.Collections.Frozen;
using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;

namespace EasyGig.Web.Facts;

/// <summary>Sides of a fact that can be told of it.</summary>
internal enum Audience
{
    /// <summary>The members of the artist whose application or hold it is, or who is asked to apply, or whose strike it is; of every live application when it is about a slot alone.</summary>
    Artist,

    /// <summary>The venue's directors.</summary>
    Director,

    /// <summary>The organisation that reviews the booking, where there is one.</summary>
    Promoter,

    /// <summary>The organisation that puts the artist forward, or asks to.</summary>
    Organiser,
}

/// <summary>Who is told of what. Nothing else sends mail about slots, applications, bookings and holds.</summary>
internal static class WhoIsTold
{
    public static readonly FrozenDictionary<FactKind, Audience[]> Table = new Dictionary<FactKind, Audience[]>
    {
        [FactKind.SlotPublished] = [],
        [FactKind.SlotChanged] = [Audience.Artist],
        [FactKind.SlotCancelled] = [], // each applicant is told by what it does to them
        [FactKind.SlotLapsed] = [], // who applied is told by its end
        [FactKind.SlotLost] = [Audience.Artist],
        [FactKind.Invited] = [Audience.Artist],
        [FactKind.InvitationDeclined] = [Audience.Director],
        [FactKind.Applied] = [Audience.Director],
        [FactKind.TermsConfirmed] = [], // nothing to do about it: the history says so
        [FactKind.Withdrew] = [Audience.Director],
        [FactKind.Shortlisted] = [Audience.Artist],
        [FactKind.Offered] = [Audience.Artist],
        [FactKind.OfferTaken] = [Audience.Director],
        [FactKind.OfferRefused] = [Audience.Director],
        [FactKind.OfferWithdrawn] = [Audience.Artist],
        [FactKind.CounterOffered] = [Audience.Director],
        [FactKind.CounterRefused] = [Audience.Artist],
        [FactKind.CounterWithdrawn] = [Audience.Director],
        [FactKind.OfferExpiring] = [Audience.Artist, Audience.Director], // the side that has to answer
        [FactKind.OfferExpired] = [Audience.Artist, Audience.Director],
        [FactKind.Declined] = [Audience.Artist],
        [FactKind.Waitlisted] = [], // told when the booking is confirmed: it may still fall
        [FactKind.Reminded] = [Audience.Director],
        [FactKind.Expired] = [Audience.Artist],
        [FactKind.PassedBy] = [Audience.Artist],
        [FactKind.WaitedInVain] = [], // it knew that the slot went to another, and when it is
        [FactKind.MissedOut] = [Audience.Artist],
        [FactKind.Accepted] = [Audience.Promoter], // without a review both sides read "confirmed" at once
        [FactKind.ReviewOverdue] = [Audience.Director, Audience.Promoter],
        [FactKind.ReviewLapsed] = [Audience.Artist, Audience.Director, Audience.Promoter],
        [FactKind.Confirmed] = [Audience.Artist, Audience.Director, Audience.Promoter],
        [FactKind.Rejected] = [Audience.Artist, Audience.Director, Audience.Promoter],
        [FactKind.Cancelled] = [Audience.Artist, Audience.Director, Audience.Promoter],
        [FactKind.CannotPlay] = [Audience.Artist, Audience.Director, Audience.Promoter],
        [FactKind.ReleaseAwaited] = [Audience.Director],
        [FactKind.Released] = [Audience.Artist, Audience.Director, Audience.Promoter],
        [FactKind.NotReleased] = [Audience.Artist, Audience.Director, Audience.Promoter],
        [FactKind.ReleaseLapsed] = [Audience.Artist, Audience.Director, Audience.Promoter],
        [FactKind.Revived] = [Audience.Artist],
        [FactKind.RevivalPassed] = [Audience.Director],
        [FactKind.RevivalLapsed] = [Audience.Artist, Audience.Director],
        [FactKind.RevivalDeferred] = [Audience.Artist],
        [FactKind.RevivalEnded] = [Audience.Director],
        [FactKind.StrikeGiven] = [Audience.Artist, Audience.Director], // of this and all about strikes: the one of them whose it is
        [FactKind.Warned] = [Audience.Artist, Audience.Director],
        [FactKind.Frozen] = [Audience.Artist, Audience.Director],
        [FactKind.FreezeEnded] = [Audience.Artist, Audience.Director],
        [FactKind.StrikeLapsed] = [Audience.Artist, Audience.Director],
        [FactKind.StrikeLifted] = [Audience.Artist, Audience.Director],
        [FactKind.Played] = [Audience.Artist, Audience.Director],
        [FactKind.NoShow] = [Audience.Artist, Audience.Director, Audience.Promoter],
        [FactKind.TermsProposed] = [Audience.Artist, Audience.Director], // the other side
        [FactKind.TermsAgreed] = [Audience.Artist, Audience.Director, Audience.Promoter],
        [FactKind.TermsRefused] = [Audience.Artist, Audience.Director], // the side that put them forward
        [FactKind.TermsWithdrawn] = [], // nothing is left to answer: the page says so
        [FactKind.MessageSent] = [Audience.Artist, Audience.Director, Audience.Promoter],
        [FactKind.Rated] = [Audience.Artist, Audience.Director],
        [FactKind.RunOfShowChanged] = [Audience.Artist, Audience.Promoter],
        [FactKind.FileAttached] = [Audience.Artist, Audience.Director, Audience.Promoter], // but the side that did it
        [FactKind.RosterAsked] = [Audience.Artist],
        [FactKind.RosterJoined] = [Audience.Organiser],
        [FactKind.RosterDeclined] = [Audience.Organiser],
        [FactKind.RosterLeft] = [Audience.Organiser],
        [FactKind.RosterEnded] = [Audience.Artist],
        [FactKind.Placed] = [Audience.Artist], // the director reads "applied"
        [FactKind.Replaced] = [Audience.Artist, Audience.Director], // the director where a yes is void; of the new one it reads "applied"
        [FactKind.GroupAgreed] = [Audience.Organiser],
        [FactKind.GroupUnagreed] = [Audience.Organiser],
        [FactKind.GroupCompleted] = [Audience.Organiser], // the sides of each booking are told of that
        [FactKind.GroupRefused] = [Audience.Organiser],
        [FactKind.GroupExpired] = [Audience.Organiser],
        [FactKind.GroupWithdrawn] = [], // they did it themselves; the others are told by what it does to them
        [FactKind.GroupFell] = [Audience.Artist, Audience.Director],
        [FactKind.HoldPlaced] = [Audience.Artist],
        [FactKind.HoldReleased] = [Audience.Artist, Audience.Director], // but the side that did it
        [FactKind.HoldPromoted] = [Audience.Artist],
        [FactKind.HoldExpiring] = [Audience.Artist],
        [FactKind.HoldExpired] = [Audience.Artist, Audience.Director],
        [FactKind.HoldCommitted] = [Audience.Director],
        [FactKind.HoldLost] = [Audience.Artist],
        [FactKind.HoldConverted] = [], // told by what the booking does
        [FactKind.HoldFell] = [Audience.Artist],
        [FactKind.ChallengeStarted] = [Audience.Artist, Audience.Director], // but the side that did it
        [FactKind.HoldChallenged] = [Audience.Artist],
        [FactKind.ChallengeMet] = [], // the director reads that the challenge is lost
        [FactKind.HoldForfeited] = [Audience.Artist, Audience.Director],
        [FactKind.ChallengeWon] = [Audience.Artist, Audience.Director],
        [FactKind.ChallengeLost] = [Audience.Artist, Audience.Director],
        [FactKind.ChallengeEnded] = [Audience.Artist],
    }.ToFrozenDictionary();

    /// <summary>Whom a fact concerns: of one that is about one side, that side alone; and never the side that did it.</summary>
    public static IEnumerable<Audience> Of(Fact fact) => Table[fact.Kind].Where(audience => audience != AudienceOf(fact.From) && (fact.To is not { } side || audience == AudienceOf(side)));

    private static Audience AudienceOf(Side side) => side is Side.Artist ? Audience.Artist : Audience.Director;

    private static Audience? AudienceOf(Party? side) => side switch
    {
        Party.Artist => Audience.Artist,
        Party.Venue => Audience.Director,
        Party.Promoter => Audience.Promoter,
        null => null,
    };
}
