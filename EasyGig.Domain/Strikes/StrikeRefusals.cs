namespace EasyGig.Domain.Strikes;

/// <summary>Every way a strike can be refused, and what strikes forbid.</summary>
public static class StrikeRefusals
{
    /// <summary>The artist is frozen; says until when.</summary>
    public static readonly Refusal ArtistFrozen = new("strikes_artist_frozen");

    /// <summary>The venue is frozen; says until when.</summary>
    public static readonly Refusal VenueFrozen = new("strikes_venue_frozen");

    public static readonly Refusal LiftedOnce = new("strikes_lifted_once");

    public static readonly Refusal OneOwner = new("strikes_one_owner");
    public static readonly Refusal Once = new("strikes_once");
    public static readonly Refusal OncePerSlot = new("strikes_once_per_slot");

    /// <summary>For silence a venue gets one in seven days.</summary>
    public static readonly Refusal Seldom = new("strikes_seldom");

    /// <summary>For silence it is the venue's and about no booking; for all else it is about one.</summary>
    public static readonly Refusal Kind = new("strikes_kind");
    public static readonly Refusal Span = new("strikes_span");
    public static readonly Refusal LiftedWhy = new("strikes_lifted_why", "Reason");

    /// <summary>What was given is lifted, not rewritten.</summary>
    public static readonly Refusal Fixed = new("strikes_fixed");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [OneOwner, Once, OncePerSlot, Seldom, Kind, Span, LiftedWhy, Fixed];
}
