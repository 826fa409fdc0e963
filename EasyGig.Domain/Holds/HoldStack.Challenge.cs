using EasyGig.Domain.Facts;

namespace EasyGig.Domain.Holds;

/// <summary>How a lower hold asks its way up (R22).</summary>
public sealed partial class HoldStack
{
    /// <summary>Why a hold cannot challenge those above it now; null when it can.</summary>
    public Refusal? RefusesChallenge(Guid id, DateTimeOffset now) => Find(id) switch
    {
        null => HoldRefusals.Over,
        { State: HoldState.Challenged } => HoldRefusals.AnswerFirst,
        { Rank: 1 } => HoldRefusals.First,
        var hold when IsUnderReview(hold) => HoldRefusals.UnderReview,
        _ when Challenge is not null => HoldRefusals.OneRunning,
        var hold when HasRunOut(hold, now) => HoldRefusals.Over,
        var hold when _holds.Exists(above => above.Rank < hold.Rank && above.CommittedAt is not null) => HoldRefusals.CommittedAbove,
        _ => null,
    };

    /// <summary>The artist of a lower hold is ready to commit: those above are asked, from the nearest upward.</summary>
    /// <param name="by">Who says so: the artist, or the venue for it.</param>
    public Refusal? Start(Guid id, Side by, DateTimeOffset now)
    {
        if (RefusesChallenge(id, now) is { } refusal) return refusal;
        var challenger = Find(id)!;
        challenger.Commit(now, Day);
        challenger.Tell(FactKind.ChallengeStarted, by);
        if (Above(challenger, now) is { } above) Challenge = new(challenger, by, above, Asked(above, now), now);
        else Win(challenger); // those above had run out
        TellMovedUp();
        return null;
    }

    /// <summary>Why a hold cannot commit now; null when it can.</summary>
    public Refusal? RefusesCommitment(Guid id, DateTimeOffset now) => Find(id) switch
    {
        null => HoldRefusals.Over,
        var hold when IsUnderReview(hold) => HoldRefusals.UnderReview,
        { State: HoldState.Challenged } => now >= Challenge!.DueAt ? HoldRefusals.TooLate : null,
        { CommittedAt: not null } => HoldRefusals.Committed,
        { Rank: not 1 } => HoldRefusals.ChallengeInstead,
        var hold => HasRunOut(hold, now) ? HoldRefusals.Over : null,
    };

    /// <summary>An artist is ready to commit: one that is asked, or the first. Whoever challenges has lost.</summary>
    public Refusal? Commit(Guid id, DateTimeOffset now)
    {
        if (RefusesCommitment(id, now) is { } refusal) return refusal;
        var hold = Find(id)!;
        hold.Tell(hold.State is HoldState.Challenged ? FactKind.ChallengeMet : FactKind.HoldCommitted, Side.Artist);
        hold.Commit(now, Day);
        if (Challenge is not { } challenge) return null;
        var challenger = Find(challenge.HoldId)!;
        challenger.Retract(_venue.AnswerTime, Day, now);
        challenger.Tell(FactKind.ChallengeLost);
        End(challenge, ChallengeState.Lost, now);
        return null;
    }

    /// <summary>Who has not answered in time counts as having released the date; does nothing before, nor while the booking of who is asked waits for review.</summary>
    public void FallThrough(DateTimeOffset now)
    {
        if (Challenge is not { } challenge || now < challenge.DueAt) return;
        var silent = Find(challenge.AskedHoldId)!;
        if (IsUnderReview(silent)) return;
        silent.Tell(FactKind.HoldForfeited);
        Leave(silent, HoldState.Released, now);
        TellMovedUp();
    }

    private void AskUpward(DateTimeOffset now)
    {
        var challenger = Find(Challenge!.HoldId)!;
        if (Above(challenger, now) is { } above)
        {
            Challenge.Ask(above, Asked(above, now), now);
            return;
        }
        Win(challenger);
        Challenge.End(ChallengeState.Won, now);
        Challenge = null;
    }

    private void Win(Hold challenger)
    {
        _movedUp.Remove(challenger);
        challenger.Tell(FactKind.ChallengeWon);
    }

    /// <summary>The nearest above whose time is not over, whatever the clockwork has come to.</summary>
    private Hold? Above(Hold challenger, DateTimeOffset now)
    {
        while (challenger.Rank > 1)
        {
            var above = _holds[challenger.Rank - 2];
            if (!HasRunOut(above, now)) return above;
            RunOut(above, now);
        }
        return null;
    }

    /// <returns>Until when: the venue's time, in hours that pass and not in those that clocks show, and not beyond the day on which it had to decide anyway.</returns>
    private DateTimeOffset Asked(Hold hold, DateTimeOffset now)
    {
        var due = now + _venue.AnswerTime;
        hold.Ask();
        if (IsUnderReview(hold)) return due; // it said yes: nothing is left for it to answer
        if (hold.StandsUntil < due) due = hold.StandsUntil;
        hold.Tell(FactKind.HoldChallenged, until: due);
        return due;
    }

    /// <summary>There is nothing left to ask about, or it is lost: whoever was asked is told.</summary>
    private void End(Challenge challenge, ChallengeState how, DateTimeOffset now)
    {
        challenge.End(how, now);
        Challenge = null;
        if (Find(challenge.AskedHoldId) is not { State: HoldState.Challenged } asked) return;
        asked.LetBe();
        if (!IsUnderReview(asked)) asked.Tell(FactKind.ChallengeEnded);
    }
}
