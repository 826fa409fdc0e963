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
        _ when Challenge is not null => HoldRefusals.OneRunning,
        var hold when hold.HasRunOut(now) => HoldRefusals.Over,
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
        else challenger.Tell(FactKind.ChallengeWon); // those above had run out
        return null;
    }

    /// <summary>Why a hold cannot commit now; null when it can.</summary>
    public Refusal? RefusesCommitment(Guid id, DateTimeOffset now) => Find(id) switch
    {
        null => HoldRefusals.Over,
        { State: HoldState.Challenged } => now >= Challenge!.DueAt ? HoldRefusals.TooLate : null,
        { CommittedAt: not null } => HoldRefusals.Committed,
        { Rank: not 1 } => HoldRefusals.ChallengeInstead,
        var hold => hold.HasRunOut(now) ? HoldRefusals.Over : null,
    };

    /// <summary>An artist is ready to commit: one that is asked, or the first. Whoever challenges has lost.</summary>
    public Refusal? Commit(Guid id, DateTimeOffset now)
    {
        if (RefusesCommitment(id, now) is { } refusal) return refusal;
        var hold = Find(id)!;
        hold.Tell(hold.State is HoldState.Challenged ? FactKind.ChallengeMet : FactKind.HoldCommitted);
        hold.Commit(now, Day);
        if (Challenge is not { } challenge) return null;
        var challenger = Find(challenge.HoldId)!;
        challenger.Retract(_venue.AnswerTime, Day, now);
        challenger.Tell(FactKind.ChallengeLost);
        End(challenge, ChallengeState.Lost, now);
        return null;
    }

    /// <summary>Who has not answered in time counts as having released the date; does nothing before.</summary>
    public void FallThrough(DateTimeOffset now)
    {
        if (Challenge is not { } challenge || now < challenge.DueAt) return;
        var silent = Find(challenge.AskedHoldId)!;
        silent.Tell(FactKind.HoldForfeited);
        Leave(silent, HoldState.Released, now);
    }

    private void AskUpward(DateTimeOffset now)
    {
        var challenger = Find(Challenge!.HoldId)!;
        if (Above(challenger, now) is { } above)
        {
            Challenge.Ask(above, Asked(above, now), now);
            return;
        }
        challenger.Tell(FactKind.ChallengeWon);
        Challenge.End(ChallengeState.Won, now);
        Challenge = null;
    }

    /// <summary>The nearest above whose time is not over, whatever the clockwork has come to.</summary>
    private Hold? Above(Hold challenger, DateTimeOffset now)
    {
        while (challenger.Rank > 1)
        {
            var above = _holds[challenger.Rank - 2];
            if (!above.HasRunOut(now)) return above;
            RunOut(above, now);
        }
        return null;
    }

    /// <returns>Until when: the venue's time, in hours that pass and not in those that clocks show, and not beyond the day on which it had to decide anyway.</returns>
    private DateTimeOffset Asked(Hold hold, DateTimeOffset now)
    {
        var due = now + _venue.AnswerTime < hold.StandsUntil ? now + _venue.AnswerTime : hold.StandsUntil;
        hold.Ask();
        hold.Tell(FactKind.HoldChallenged, until: due);
        return due;
    }

    /// <summary>There is nothing left to ask about: those who were in it are told.</summary>
    private void CallOff(DateTimeOffset now)
    {
        var challenge = Challenge!;
        if (Find(challenge.HoldId) is { } challenger)
        {
            challenger.Retract(_venue.AnswerTime, Day, now);
            challenger.Tell(FactKind.ChallengeEnded);
        }
        End(challenge, ChallengeState.Ended, now);
    }

    private void End(Challenge challenge, ChallengeState how, DateTimeOffset now)
    {
        challenge.End(how, now);
        Challenge = null;
        if (Find(challenge.AskedHoldId) is not { State: HoldState.Challenged } asked) return;
        asked.LetBe();
        asked.Tell(FactKind.ChallengeEnded);
    }
}
