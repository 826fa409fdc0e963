using System.Collections.Frozen;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Mails;
using EasyGig.Web.Identity;

namespace EasyGig.Web.Facts;

/// <summary>Which mails people can do without, and in which group each is.</summary>
internal static class MailGroups
{
    public static readonly FrozenDictionary<FactKind, MailGroup> Of = new Dictionary<MailGroup, FactKind[]>
    {
        [MailGroup.Always] =
        [
            FactKind.Confirmed, FactKind.Rejected, FactKind.ReviewLapsed, FactKind.Cancelled, FactKind.CannotPlay, FactKind.Released, FactKind.NotReleased, FactKind.ReleaseLapsed,
            FactKind.NoShow, FactKind.TermsAgreed, FactKind.StrikeGiven, FactKind.Frozen,
        ],
        [MailGroup.Applications] =
        [
            FactKind.SlotPublished, FactKind.SlotChanged, FactKind.SlotCancelled, FactKind.SlotLapsed, FactKind.SlotLost,
            FactKind.Applied, FactKind.TermsConfirmed, FactKind.Withdrew, FactKind.Shortlisted, FactKind.Declined, FactKind.Waitlisted, FactKind.Expired, FactKind.PassedBy,
            FactKind.WaitedInVain, FactKind.MissedOut, FactKind.InvitationDeclined,
            FactKind.Offered, FactKind.OfferTaken, FactKind.OfferRefused, FactKind.OfferWithdrawn, FactKind.CounterOffered, FactKind.CounterRefused, FactKind.CounterWithdrawn, FactKind.OfferExpired,
            FactKind.Revived, FactKind.RevivalPassed, FactKind.RevivalLapsed, FactKind.RevivalDeferred, FactKind.RevivalEnded,
        ],
        [MailGroup.Invitations] = [FactKind.Invited, FactKind.RosterAsked],
        [MailGroup.Bookings] = [FactKind.Accepted, FactKind.TermsProposed, FactKind.TermsRefused, FactKind.TermsWithdrawn, FactKind.Played, FactKind.Rated],
        [MailGroup.Day] = [FactKind.MessageSent, FactKind.RunOfShowChanged, FactKind.FileAttached],
        [MailGroup.Holds] =
        [
            FactKind.HoldPlaced, FactKind.HoldExpiring, FactKind.HoldReleased, FactKind.HoldExpired, FactKind.HoldForfeited, FactKind.HoldFell, FactKind.HoldCommitted, FactKind.HoldPromoted,
            FactKind.HoldChallenged, FactKind.HoldConverted, FactKind.HoldLost,
            FactKind.ChallengeStarted, FactKind.ChallengeMet, FactKind.ChallengeWon, FactKind.ChallengeLost, FactKind.ChallengeEnded,
        ],
        [MailGroup.Groups] =
        [
            FactKind.RosterJoined, FactKind.RosterDeclined, FactKind.RosterLeft, FactKind.RosterEnded, FactKind.Placed, FactKind.Replaced,
            FactKind.GroupAgreed, FactKind.GroupUnagreed, FactKind.GroupCompleted, FactKind.GroupRefused, FactKind.GroupExpired, FactKind.GroupWithdrawn, FactKind.GroupFell,
        ],
        [MailGroup.Strikes] = [FactKind.Warned, FactKind.FreezeEnded, FactKind.StrikeLapsed, FactKind.StrikeLifted],
        [MailGroup.Reminders] = [FactKind.Reminded, FactKind.OfferExpiring, FactKind.ReviewOverdue, FactKind.ReleaseAwaited],
    }.SelectMany(group => group.Value, (group, fact) => KeyValuePair.Create(fact, group.Key)).ToFrozenDictionary();

    /// <summary>What nobody asked for comes with a way to end it in one click.</summary>
    public static bool IsUnasked(MailGroup group) => group is MailGroup.Invitations;

    /// <summary>The groups among which somebody of these roles chooses: those of which their side is told anything.</summary>
    public static IReadOnlyList<MailGroup> For(IReadOnlyCollection<string> roles) =>
    [
        .. from told in WhoIsTold.Table
           where told.Value.Any(audience => roles.Contains(RoleOf(audience)))
           let @group = Of[told.Key]
           where @group is not MailGroup.Always
           group told by @group into some
           orderby some.Key
           select some.Key,
    ];

    private static string RoleOf(Audience audience) => audience switch
    {
        Audience.Artist => Roles.Artist,
        Audience.Director => Roles.ArtDirector,
        Audience.Promoter or Audience.Organiser => Roles.Promoter,
    };
}
