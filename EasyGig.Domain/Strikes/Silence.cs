using EasyGig.Domain.Applications;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Slots;

namespace EasyGig.Domain.Strikes;

/// <summary>An application to which a venue said nothing until its time was over (R13).</summary>
/// <param name="Trail">How the slot was changed, and how the artist agreed to it as it was changed, in order of time.</param>
/// <param name="Answered">Whether anybody who ever applied to the slot was answered.</param>
public sealed record Silence(Slot Slot, Application Application, IReadOnlyList<(FactKind What, DateTimeOffset At)> Trail, bool Answered)
{
    /// <summary>Who had less time to answer has not kept silent.</summary>
    public static readonly TimeSpan TimeEnough = TimeSpan.FromHours(48);

    /// <summary>However many applications run out, a venue gets one strike for it in so long.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromDays(7);

    /// <summary>Whether it costs the venue a strike: nothing that artists do with their applications can make it more than that.</summary>
    /// <param name="earlier">All that the venue ever got.</param>
    internal bool Counts(IReadOnlyList<Strike> earlier, DateTimeOffset now) =>
        Application.State is ApplicationState.Expired && Slot.State is SlotState.Open && !Answered && now < Slot.Time.Start // what is over is let be
        && TimeToSayYes >= TimeEnough
        && !earlier.Any(strike => strike.FrozenUntil > Application.SubmittedAt) // a frozen venue could not say yes
        && !earlier.Any(strike => strike.Kind is StrikeKind.Unanswered && (strike.SlotId == Slot.Id || strike.GivenAt > now - Apart));

    /// <summary>How long the venue could say yes, all in all. A change of the slot answers nobody, but from then on the next word is the artist's.</summary>
    private TimeSpan TimeToSayYes
    {
        get
        {
            var (time, since) = (TimeSpan.Zero, (DateTimeOffset?)Application.SubmittedAt);
            foreach (var (what, at) in Trail)
            {
                if (what is FactKind.TermsConfirmed) since ??= at;
                else (time, since) = (time + (since is null ? TimeSpan.Zero : at - since.Value), null);
            }
            return time + (since is null ? TimeSpan.Zero : Application.ExpiresAt - since.Value);
        }
    }
}
