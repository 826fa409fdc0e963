namespace EasyGig.Domain.Bookings;

/// <summary>Every way a run of show can be refused.</summary>
public static class RunOfShowRefusals
{
    /// <summary>The booking fell, or the show has ended.</summary>
    public static readonly Refusal Over = new("run_of_shows_over");

    /// <summary>More than 24 hours before the show.</summary>
    public static readonly Refusal TooEarly = new("run_of_shows_too_early", "LoadIn");

    /// <summary>What is to be done before the show comes after it.</summary>
    public static readonly Refusal TooLate = new("run_of_shows_too_late", "Doors");
    public static readonly Refusal SetOutside = new("run_of_shows_set_outside", "Set");

    /// <summary>More than 12 hours after the show.</summary>
    public static readonly Refusal CurfewLate = new("run_of_shows_curfew_late", "Curfew");

    // what only another program than this could try
    private static readonly Refusal Order = new("run_of_shows_order");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [Order];
}
