using System.Collections.Frozen;
using EasyGig.Domain;
using EasyGig.Domain.Clockwork;
using EasyGig.Web.Applications;
using EasyGig.Web.Bookings;
using EasyGig.Web.Groups;
using EasyGig.Web.Holds;
using EasyGig.Web.Searches;
using EasyGig.Web.Slots;
using EasyGig.Web.Strikes;
using EasyGig.Web.WaitingLists;

namespace EasyGig.Web.Clockwork;

/// <summary>What happens when a deadline of one kind has come.</summary>
/// <param name="TurnsAsync">The turns (<see cref="Data.Turn"/>) in which it happens, by the deadline's subject.</param>
/// <param name="ActAsync">Loads the subject, lets its verb act and saves, in those turns; does nothing where nothing is left to do.</param>
public sealed record Hand(Func<Guid, CancellationToken, Task<IReadOnlyCollection<string>>> TurnsAsync, Func<Guid, CancellationToken, Task<Refusal?>> ActAsync);

/// <summary>Which hand moves when a deadline of a kind has come.</summary>
internal static class Dial
{
    private static readonly FrozenDictionary<DeadlineKind, Func<IServiceProvider, Hand>> Hands = new Dictionary<DeadlineKind, Func<IServiceProvider, Hand>>
    {
        [DeadlineKind.ApplicationReminder] = By<ApplicationClock>(clock => new(clock.TurnsAsync, clock.RemindAsync)),
        [DeadlineKind.ApplicationExpiry] = By<ApplicationClock>(clock => new(clock.TurnsAsync, clock.ExpireAsync)),
        [DeadlineKind.OfferReminder] = By<ApplicationClock>(clock => new(clock.TurnsOfOfferAsync, clock.RemindOfOfferAsync)),
        [DeadlineKind.OfferDue] = By<ApplicationClock>(clock => new(clock.TurnsOfOfferAsync, clock.ExpireOfferAsync)),
        [DeadlineKind.GroupDue] = By<GroupDesk>(desk => new(desk.TurnsAsync, desk.SettleAsync)),
        [DeadlineKind.ReviewOverdue] = By<BookingClock>(clock => new(clock.TurnsAsync, clock.OverdueAsync)),
        [DeadlineKind.ReviewLapsed] = By<BookingClock>(clock => new(clock.TurnsAsync, clock.LapseReviewAsync)),
        [DeadlineKind.ReleaseReminder] = By<BookingClock>(clock => new(clock.TurnsAsync, clock.RemindOfReleaseAsync)),
        [DeadlineKind.ReleaseDue] = By<BookingClock>(clock => new(clock.TurnsAsync, clock.LapseReleaseAsync)),
        [DeadlineKind.Played] = By<BookingClock>(clock => new(clock.TurnsAsync, clock.PlayAsync)),
        [DeadlineKind.SlotLapse] = By<SlotClock>(clock => new(clock.TurnsAsync, clock.LapseAsync)),
        [DeadlineKind.RevivalDue] = By<WaitingListDesk>(desk => new(desk.TurnsAsync, desk.LookAgainAsync)),
        [DeadlineKind.StrikeLapse] = By<StrikeDesk>(desk => new(desk.TurnsAsync, desk.LapseAsync)),
        [DeadlineKind.FreezeEnd] = By<StrikeDesk>(desk => new(desk.TurnsAsync, desk.EndFreezeAsync)),
        [DeadlineKind.HoldExpiring] = By<HoldClock>(clock => new(clock.TurnsAsync, clock.RemindAsync)),
        [DeadlineKind.HoldExpired] = By<HoldClock>(clock => new(clock.TurnsAsync, clock.ExpireAsync)),
        [DeadlineKind.ChallengeDue] = By<HoldClock>(clock => new(clock.TurnsOfChallengeAsync, clock.FallThroughAsync)),
        [DeadlineKind.SearchRound] = By<SearchClock>(clock => new(clock.TurnsOfRoundAsync, clock.LookAsync)),
        [DeadlineKind.SearchAlert] = By<SearchClock>(clock => new(clock.TurnsOfAlertAsync, clock.TellAsync)),
    }.ToFrozenDictionary();

    public static Hand HandOf(DeadlineKind kind, IServiceProvider services) => Hands[kind](services);

    private static Func<IServiceProvider, Hand> By<TClock>(Func<TClock, Hand> hand) where TClock : notnull => services => hand(services.GetRequiredService<TClock>());
}
