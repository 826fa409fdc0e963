using System.Globalization;
using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;

namespace EasyGig.Web.Demo;

/// <summary>What somebody did about a night.</summary>
internal enum Did { Publish, Apply, Shortlist, Decline, Withdraw, Offer, Counter, Accept, AcceptAlone, Approve, Reject, Plan, Ask, Answer, Cancel, Play, Propose, CallOff, Stop }

/// <param name="Who">The slug of the artist concerned.</param>
/// <param name="Words">The application's message, the reason given, what is good to know of the day, or what the artist asks and the venue answers once it is booked.</param>
/// <param name="Clock">How the day goes.</param>
internal sealed record Deed(DateTimeOffset At, Did Did, string Who = "", decimal Fee = 0, string Words = "", ShowClock Clock = default);

/// <summary>Deeds that may be saved together: the database looks at every state that it is given.</summary>
internal enum Act { Opening, Choosing, Reviewing, Ending }

/// <summary>A slot of the demo scene with all that happens to it, in order of time. Without deeds it is a draft.</summary>
/// <param name="Told">Whether people get mails and notices; of other nights only the audit trail tells.</param>
internal sealed record Night(VenueLine Venue, string Stage, DateOnly Date, string Hours, Terms Terms, IReadOnlyList<Deed> Deeds, bool Told)
{
    public Period Time { get; } = Window(Date, Hours).In(Calendar.Zone).Period;

    public bool Takes(VenueLine venue, string stage, DateOnly date) => (Venue.Slug, Stage, Date) == (venue.Slug, stage, date);

    public IEnumerable<Deed> In(Act act) => act switch
    {
        Act.Opening => Deeds.Where(IsOpening),
        Act.Choosing => Deeds.Where(deed => !IsOpening(deed)).TakeWhile(deed => !IsReview(deed) && !IsEnding(deed)),
        Act.Reviewing => Deeds.SkipWhile(deed => !IsReview(deed)).Where(deed => !IsEnding(deed)),
        Act.Ending => Deeds.Where(IsEnding),
    };

    private static bool IsOpening(Deed deed) => deed.Did is Did.Publish or Did.Apply;

    private static bool IsReview(Deed deed) => deed.Did is Did.Approve or Did.Reject;

    private static bool IsEnding(Deed deed) => deed.Did is Did.Counter or Did.Play or Did.Propose or Did.CallOff or Did.Stop;

    private static LocalWindow Window(DateOnly date, string hours)
    {
        var (from, to) = (hours[..5], hours[6..]);
        return new(date, TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture));
    }
}
