using EasyGig.Domain.Applications;
using EasyGig.Domain.Slots;

namespace EasyGig.Domain.WaitingLists;

/// <summary>Those who wait for a slot whose booking fell are offered it one after the other, each for a time, until somebody takes it (R17).</summary>
public static class WaitingList
{
    /// <summary>With less left until the start, nobody is asked any more.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromHours(2);

    /// <summary>Offers the slot to the next who can take it; where nobody is left, the list ends and the venue is told.</summary>
    /// <param name="waiting">Those who wait and could play at that time, in any order.</param>
    /// <param name="answerTime">How long each has, but for half of what is left until the start.</param>
    public static void AskNext(Slot slot, IEnumerable<Application> waiting, TimeSpan answerTime, DateTimeOffset now)
    {
        var left = slot.Time.Start - now;
        var next = left < Shortest ? null : InOrder(waiting).FirstOrDefault(application => application.CanBeAsked(slot));
        if (next is null)
        {
            slot.EndList();
            return;
        }
        var until = now + (answerTime < left / 2 ? answerTime : left / 2);
        slot.Ask(until);
        next.Ask(slot, until, now);
    }

    /// <summary>Looks whether whoever is asked still has time and can still take the slot; where not, the next is asked.</summary>
    /// <param name="live">All that wait, and whoever is asked.</param>
    /// <param name="able">Those of them who could play at that time.</param>
    public static void LookAgain(Slot slot, IEnumerable<Application> live, IReadOnlyCollection<Application> able, TimeSpan answerTime, DateTimeOffset now)
    {
        var asked = live.SingleOrDefault(application => application.Asked is not null);
        if (asked?.LetPass(now) is false)
        {
            if (able.Contains(asked))
            {
                slot.Ask(asked.Asked!.DueAt!.Value);
                return;
            }
            asked.StepBack();
        }
        AskNext(slot, able, answerTime, now);
    }

    /// <summary>The venue stops asking; who is being asked reads that the offer is taken back, and those who wait go on waiting.</summary>
    /// <param name="asked">Whoever is being asked; null in the moment between two.</param>
    public static Refusal? Stop(Slot slot, Application? asked)
    {
        if (slot.AskedUntil is null) return WaitingListRefusals.NotRunning;
        slot.StopAsking();
        return asked?.TakeBackAsking();
    }

    /// <summary>The order in which those who wait are asked: who applied first comes first.</summary>
    public static IEnumerable<Application> InOrder(IEnumerable<Application> waiting) =>
        waiting.Where(application => application.State is ApplicationState.Waitlisted).OrderBy(application => application.SubmittedAt).ThenBy(application => application.Id);
}
