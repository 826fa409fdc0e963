using EasyGig.Domain.Facts;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;

namespace EasyGig.Domain.Applications;

/// <summary>What time does to an application that nobody answers (R13).</summary>
public sealed partial class Application
{
    /// <summary>How long a venue has to answer.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromDays(5);

    /// <summary>So long before the start it has answered, in any case.</summary>
    public static readonly TimeSpan AnswerBefore = TimeSpan.FromHours(24);

    /// <summary>So long it has at least when its slot is changed.</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromHours(6);

    /// <summary>When an unanswered one is brought to mind, counted from its submission.</summary>
    public static readonly IReadOnlyList<TimeSpan> RemindedAfter = [TimeSpan.FromDays(3), TimeSpan.FromDays(4)];

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

    /// <summary>Its slot was changed: the time to answer moves with it, and is never less than a few hours, nor than what was promised where the slot allows it.</summary>
    internal void Follow(Slot slot, DateTimeOffset now)
    {
        var (promised, latest) = (Later(ExpiresAt, SubmittedAt + AnswerTime), Later(slot.Time.Start - AnswerBefore, now + Leeway));
        ExpiresAt = promised < latest ? promised : latest;
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

    private static DateTimeOffset Answered(DateTimeOffset submitted, Slot slot)
    {
        var (usually, latest) = (submitted + AnswerTime, slot.Time.Start - AnswerBefore);
        return usually < latest ? usually : latest;
    }
}
