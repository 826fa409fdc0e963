namespace EasyGig.Domain.Holds;

/// <summary>A lower hold is ready to commit, so those above are asked upward, one after the other, each with a deadline.</summary>
public sealed class Challenge
{
    private Challenge() { }

    internal Challenge(Hold challenger, Side by, Hold asked, DateTimeOffset due, DateTimeOffset now)
    {
        (Id, HoldId, StageId, Date, By, StartedAt) = (Guid.CreateVersion7(now), challenger.Id, challenger.StageId, challenger.Date, by, now);
        Ask(asked, due, now);
    }

    public Guid Id { get; private set; }

    /// <summary>The hold that challenges.</summary>
    public Guid HoldId { get; private set; }
    public Guid StageId { get; private set; }
    public DateOnly Date { get; private set; }

    /// <summary>Who said it: the artist itself, or the venue for it.</summary>
    public Side By { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The hold that has to answer; once the challenge is over, the last that had.</summary>
    public Guid AskedHoldId { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>An answer comes before this; from then on there is none.</summary>
    public DateTimeOffset DueAt { get; private set; }
    public ChallengeState State { get; private set; } = ChallengeState.Running;
    public DateTimeOffset? EndedAt { get; private set; }
    public uint Version { get; private set; }

    internal void Ask(Hold hold, DateTimeOffset due, DateTimeOffset now) => (AskedHoldId, AskedAt, DueAt) = (hold.Id, now, due);

    internal void End(ChallengeState how, DateTimeOffset now) => (State, EndedAt) = (how, now);
}
