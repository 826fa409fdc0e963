namespace EasyGig.Domain.WaitingLists;

/// <summary>Every way in which a waiting list says no.</summary>
public static class WaitingListRefusals
{
    /// <summary>Those who wait are being asked in order: the slot is neither offered to somebody else nor booked.</summary>
    public static readonly Refusal Running = new("waiting_lists_running");

    /// <summary>Whoever is asked was promised the slot as it is; names until when.</summary>
    public static readonly Refusal Promised = new("waiting_lists_promised");

    /// <summary>Whoever is asked was promised the date; names until when.</summary>
    public static readonly Refusal DatePromised = new("waiting_lists_date_promised");

    /// <summary>Nobody is being asked.</summary>
    public static readonly Refusal NotRunning = new("waiting_lists_not_running");

    /// <summary>Only an open slot is offered to those who wait.</summary>
    public static readonly Refusal OpenSlot = new("slots_asked_until");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [OpenSlot];
}
