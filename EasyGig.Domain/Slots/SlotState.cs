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
}
