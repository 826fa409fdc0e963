using EasyGig.Domain.Facts;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;

namespace EasyGig.Domain.Applications;

/// <summary>What time does to an application, or an offer about it, that nobody answers (R12, R13).</summary>
public sealed partial class Application
{
    /// <summary>How long a side has to answer.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromDays(5);

    /// <summary>So long before the start it has answered, where the next allows it.</summary>
    public static readonly TimeSpan AnswerBefore = TimeSpan.FromHours(24);

    /// <summary>So long it has at least, but for the start.</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromHours(6);

    /// <summary>When an unanswered one is brought to mind, counted from its submission.</summary>
    public static readonly IReadOnlyList<TimeSpan> RemindedAfter = [TimeSpan.FromDays(3), TimeSpan.FromDays(4)];

    /// <summary>So long before its end an offer is brought to mind, if it was made more than twice as long before.</summary>
    private static readonly TimeSpan OfferReminder = TimeSpan.FromHours(24);

    /// <summary>When it ends if nobody answers.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>How often the venue was reminded.</summary>
    public int Reminders { get; private set; }

    /// <summary>Whether the venue has said nothing to it yet.</summary>
    public bool IsUnanswered => State is ApplicationState.Submitted;

    /// <summary>Brings an unanswered one to the venue's mind.</summary>
    public void Remind(DateTimeOffset now)
    {
        if (!IsUnanswered || Reminders == RemindedAfter.Count || now < SubmittedAt + RemindedAfter[Reminders] || now >= ExpiresAt) return;
        Reminders = RemindedAfter.Count(after => now >= SubmittedAt + after); // one mail, though both days went by while nobody looked
        Record(That(FactKind.Reminded));
    }

    /// <summary>Ends an unanswered one whose time is over; one of a group ends with it.</summary>
    /// <returns>Whether it did.</returns>
    public bool Expire(DateTimeOffset now) => IsUnanswered && GroupId is null && now >= ExpiresAt && MoveTo(ApplicationState.Expired, FactKind.Expired) is null;

    /// <summary>Brings an offer to the mind of the side that has a day left to answer it.</summary>
    public void RemindOfOffer(Slot slot, DateTimeOffset now)
    {
        if (Standing is not { Listed: false, DueAt: { } due } offer || due - offer.MadeAt <= 2 * OfferReminder || now < due - OfferReminder || now >= Earlier(due, slot.Time.Start)) return;
        Record(That(FactKind.OfferExpiring) with { To = Next, Due = due });
    }

    /// <summary>Ends an offer that nobody answered in its time; the application stays on the shortlist. What stands when the evening comes ends with the slot.</summary>
    /// <returns>Whether it did.</returns>
    public bool ExpireOffer(Slot slot, DateTimeOffset now) =>
        Standing is { Listed: false } && now >= Standing.DueAt && now < slot.Time.Start && MoveTo(ApplicationState.Shortlisted, FactKind.OfferExpired, offer: OfferState.Expired) is null;

    /// <summary>Its slot was changed, which answers nobody: the time to answer moves with the start, within the days that it had from the beginning. What is
    /// moved close leaves a few hours, but never more than there were before: who changes it again and again wins nothing by that.</summary>
    internal void Follow(Slot slot, DateTimeOffset now)
    {
        var moved = Earlier(Later(ExpiresAt, SubmittedAt + AnswerTime), slot.Time.Start - AnswerBefore);
        ExpiresAt = Later(moved, Earlier(ExpiresAt, now + Leeway));
    }

    /// <summary>The evening has come, and nobody plays.</summary>
    internal void Lapse() => PassBy(IsUnanswered ? FactKind.Expired : FactKind.PassedBy);

    /// <summary>The evening was another's, as it has known since that was confirmed.</summary>
    internal void WaitInVain() => PassBy(FactKind.WaitedInVain);

    private void PassBy(FactKind fact)
    {
        if (Refuses(ApplicationState.Expired) is null) MoveTo(ApplicationState.Expired, fact, offer: OfferState.Lapsed);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    /// <summary>Until when what is said now is answered.</summary>
    private static DateTimeOffset AnswerBy(Slot slot, DateTimeOffset now) =>
        Earlier(Later(Earlier(now + AnswerTime, slot.Time.Start - AnswerBefore), now + Leeway), slot.Time.Start);
}
