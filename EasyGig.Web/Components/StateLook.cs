using EasyGig.Domain;

namespace EasyGig.Web.Components;

/// <summary>How a state looks everywhere.</summary>
/// <param name="Tone"><c>live</c> red, <c>waiting</c> amber (for somebody), <c>booked</c> indigo, <c>done</c> moss, <c>over</c> grey.</param>
/// <param name="Icon">A name of the sprite.</param>
public sealed record StateLook(string Tone, string Icon)
{
    private static readonly Dictionary<string, StateLook> All = new()
    {
        ["slot.draft"] = new("over", "pencil"),
        ["slot.open"] = new("live", "broadcast"),
        ["slot.booked"] = new("booked", "calendar-event"),
        ["slot.played"] = new("done", "music-note-beamed"),
        ["slot.lapsed"] = new("over", "clock"),
        ["slot.cancelled"] = new("over", "x-circle"),
        ["application.submitted"] = new("waiting", "send"),
        ["application.shortlisted"] = new("waiting", "star"),
        ["application.offered"] = new("waiting", "cash-coin"),
        ["application.accepted"] = new("booked", "check-circle"),
        ["application.waitlisted"] = new("waiting", "hourglass-split"),
        ["application.declined"] = new("over", "hand-thumbs-down"),
        ["application.withdrawn"] = new("over", "dash-circle"),
        ["application.expired"] = new("over", "clock"),
        ["offer.standing"] = new("waiting", "hourglass-split"),
        ["offer.accepted"] = new("booked", "check-circle"),
        ["offer.refused"] = new("over", "hand-thumbs-down"),
        ["offer.withdrawn"] = new("over", "dash-circle"),
        ["offer.replaced"] = new("over", "dash-circle"),
        ["offer.lapsed"] = new("over", "clock"),
        ["offer.expired"] = new("over", "clock"),
        ["invitation.sent"] = new("waiting", "send"),
        ["invitation.answered"] = new("done", "check-circle"),
        ["invitation.declined"] = new("over", "hand-thumbs-down"),
        ["invitation.expired"] = new("over", "clock"),
        ["booking.pending_review"] = new("waiting", "hourglass-split"),
        ["booking.confirmed"] = new("booked", "check-circle"),
        ["booking.rejected"] = new("over", "hand-thumbs-down"),
        ["booking.played"] = new("done", "music-note-beamed"),
        ["booking.settled"] = new("done", "cash-coin"),
        ["booking.no_show"] = new("over", "exclamation-triangle"),
        ["booking.cancelled"] = new("over", "x-circle"),
        ["hold.active"] = new("booked", "bookmark"),
        ["hold.challenged"] = new("waiting", "hourglass-split"),
        ["hold.released"] = new("over", "dash-circle"),
        ["hold.expired"] = new("over", "clock"),
        ["hold.converted"] = new("done", "check-circle"),
        ["terms.proposed"] = new("waiting", "send"),
        ["terms.agreed"] = new("booked", "check-circle"),
        ["terms.refused"] = new("over", "hand-thumbs-down"),
        ["terms.withdrawn"] = new("over", "dash-circle"),
        ["terms.replaced"] = new("over", "pencil"),
        ["strike.standing"] = new("live", "exclamation-triangle"),
        ["strike.lapsed"] = new("over", "clock"),
        ["strike.lifted"] = new("done", "check-circle"),
        ["roster.asked"] = new("waiting", "send"),
        ["roster.on"] = new("done", "check-circle"),
        ["roster.declined"] = new("over", "hand-thumbs-down"),
        ["roster.ended"] = new("over", "dash-circle"),
        ["group.submitted"] = new("waiting", "hourglass-split"),
        ["group.complete"] = new("booked", "check-circle"),
        ["group.refused"] = new("over", "hand-thumbs-down"),
        ["group.expired"] = new("over", "clock"),
        ["mail.queued"] = new("waiting", "hourglass-split"),
        ["mail.sending"] = new("waiting", "send"),
        ["mail.sent"] = new("done", "check-circle"),
        ["mail.failed"] = new("live", "exclamation-triangle"),
    };

    /// <summary>Every state that has a look, as <c>slot.open</c>; its word is in the resources under <c>state.slot.open</c>.</summary>
    public static IReadOnlyCollection<string> Keys => All.Keys;

    /// <summary>The key of a state: <c>BookingState.NoShow</c> is <c>booking.no_show</c>.</summary>
    public static string KeyOf(Enum state) =>
        $"{state.GetType().Name.Replace("State", "", StringComparison.Ordinal).ToLowerInvariant()}.{Word.Of(state)}";

    /// <exception cref="KeyNotFoundException">The state has no look yet: give it one above.</exception>
    public static StateLook Of(Enum state) => All[KeyOf(state)];
}
