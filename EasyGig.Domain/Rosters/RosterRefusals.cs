namespace EasyGig.Domain.Rosters;

/// <summary>Every way in which being on a roster can be refused.</summary>
public static class RosterRefusals
{
    public static readonly Refusal Step = new("roster_entries_step");

    /// <summary>The artist is on the roster, or has been asked.</summary>
    public static readonly Refusal OneLive = new("roster_entries_one_live", "Artist");

    /// <summary>The artist said no; names from when on it can be asked again.</summary>
    public static readonly Refusal SaidNo = new("roster_entries_said_no", "Artist");

    /// <summary>There is no such artist.</summary>
    public static readonly Refusal Unknown = new("roster_entries_unknown", "Artist");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [Step, OneLive];
}
