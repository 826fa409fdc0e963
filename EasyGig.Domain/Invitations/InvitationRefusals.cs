namespace EasyGig.Domain.Invitations;

/// <summary>Every way an invitation can be refused.</summary>
public static class InvitationRefusals
{
    public static readonly Refusal Step = new("invitations_step");

    /// <summary>The artist was asked for this slot before.</summary>
    public static readonly Refusal Once = new("invitations_once", "Artist");

    /// <summary>The artist has applied already.</summary>
    public static readonly Refusal Applied = new("invitations_applied", "Artist");

    /// <summary>The artist is booked elsewhere at that time.</summary>
    public static readonly Refusal Busy = new("invitations_busy", "Artist");

    /// <summary>There is no such artist.</summary>
    public static readonly Refusal Unknown = new("invitations_unknown", "Artist");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [Step, Once];
}
