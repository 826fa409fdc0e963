using System.Collections.Frozen;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;

namespace EasyGig.Web.Facts;

/// <summary>Sides of a fact that can be told of it.</summary>
internal enum Audience
{
    /// <summary>The members of the artist whose application it is; of every live application when it is about a slot alone.</summary>
    Artist,

    /// <summary>The venue's directors.</summary>
    Director,

    /// <summary>The organisation that reviews the booking, where there is one.</summary>
    Promoter,
}

/// <summary>Who is told of what. Nothing else sends mail about slots, applications and bookings.</summary>
internal static class WhoIsTold
{
    public static readonly FrozenDictionary<FactKind, Audience[]> Table = new Dictionary<FactKind, Audience[]>
    {
        [FactKind.SlotPublished] = [],
        [FactKind.SlotChanged] = [Audience.Artist],
        [FactKind.SlotCancelled] = [], // each applicant is told by what it does to them
        [FactKind.SlotLost] = [Audience.Artist],
        [FactKind.Applied] = [Audience.Director],
        [FactKind.TermsConfirmed] = [], // nothing to do about it: the history says so
        [FactKind.Withdrew] = [Audience.Director],
        [FactKind.Shortlisted] = [Audience.Artist],
        [FactKind.Offered] = [Audience.Artist],
        [FactKind.OfferTaken] = [Audience.Director],
        [FactKind.OfferRefused] = [Audience.Director],
        [FactKind.Declined] = [Audience.Artist],
        [FactKind.Waitlisted] = [], // told when the booking is confirmed: it may still fall
        [FactKind.MissedOut] = [Audience.Artist],
        [FactKind.Accepted] = [Audience.Promoter], // without a review both sides read "confirmed" at once
        [FactKind.Confirmed] = [Audience.Artist, Audience.Director, Audience.Promoter],
        [FactKind.Rejected] = [Audience.Artist, Audience.Director, Audience.Promoter],
        [FactKind.RunOfShowChanged] = [Audience.Artist, Audience.Promoter],
        [FactKind.FileAttached] = [Audience.Artist, Audience.Director, Audience.Promoter], // but the side that did it
    }.ToFrozenDictionary();

    /// <summary>Whom a fact concerns: those of the table, without the side that did it.</summary>
    public static IEnumerable<Audience> Of(Fact fact) => Table[fact.Kind].Where(audience => audience != AudienceOf(fact.From));

    private static Audience? AudienceOf(Party? side) => side switch
    {
        Party.Artist => Audience.Artist,
        Party.Venue => Audience.Director,
        Party.Promoter => Audience.Promoter,
        null => null,
    };
}
