namespace EasyGig.Domain.Strikes;

/// <summary>What a strike was given for.</summary>
public enum StrikeKind
{
    /// <summary>A venue called a confirmed booking off on short notice.</summary>
    Cancelled,

    /// <summary>An artist said on short notice that it could not play, and the venue did not release it.</summary>
    CannotPlay,

    /// <summary>An artist did not come.</summary>
    NoShow,

    /// <summary>A venue answered nobody who applied to a slot.</summary>
    Unanswered,
}

/// <summary>Whether a strike counts.</summary>
public enum StrikeState { Standing, Lapsed, Lifted }
