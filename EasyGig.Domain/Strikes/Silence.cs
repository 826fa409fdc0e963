using EasyGig.Domain.Applications;
using EasyGig.Domain.Slots;

namespace EasyGig.Domain.Strikes;

/// <summary>An application to which a venue said nothing until its time was over (R13).</summary>
/// <param name="Since">Since when the venue could say yes to it: since it was sent, or since the artist agreed to the slot as it was changed.</param>
/// <param name="Answered">Whether anybody who ever applied to the slot was answered.</param>
public sealed record Silence(Slot Slot, Application Application, DateTimeOffset Since, bool Answered)
{
    /// <summary>Who had less time to answer has not kept silent.</summary>
    public static readonly TimeSpan TimeEnough = TimeSpan.FromHours(48);

    /// <summary>However many applications run out, a venue gets one strike for it in so long.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromDays(7);

    /// <summary>Whether it costs the venue a strike: nothing that artists do with their applications can make it more than that.</summary>
    /// <param name="earlier">All that the venue ever got.</param>
    internal bool Counts(IReadOnlyList<Strike> earlier, DateTimeOffset now) =>
        Application.State is ApplicationState.Expired && Slot.State is SlotState.Open && !Answered && now < Slot.Time.Start // what is over is let be
        && Application.TermsVersion == Slot.TermsVersion // else the next word was the artist's
        && Application.ExpiresAt - Since >= TimeEnough
        && !earlier.Any(strike => strike.FrozenUntil > Since) // a frozen venue could not say yes
        && !earlier.Any(strike => strike.Kind is StrikeKind.Unanswered && (strike.SlotId == Slot.Id || strike.GivenAt > now - Apart));
}
