namespace EasyGig.Domain.Slots;

public enum SlotState { Draft, Open, Booked, Played, Lapsed, Cancelled }

public static class SlotSteps
{
    public static readonly Steps<SlotState> All = new Steps<SlotState>()
        .Begin(SlotState.Draft, SlotState.Open)
        .Allow([SlotState.Draft], SlotState.Open)
        .Allow([SlotState.Open], SlotState.Booked, SlotState.Lapsed)
        .Allow([SlotState.Booked], SlotState.Played, SlotState.Open)
        .Allow([SlotState.Draft, SlotState.Open, SlotState.Booked], SlotState.Cancelled);

    /// <summary>A stored state as it is read at a moment: an open slot lapses at its start.</summary>
    public static SlotState At(SlotState stored, DateTimeOffset start, DateTimeOffset now) =>
        stored is SlotState.Open && now >= start ? SlotState.Lapsed : stored;
}
