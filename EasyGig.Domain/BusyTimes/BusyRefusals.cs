namespace EasyGig.Domain.BusyTimes;

/// <summary>Every way in which a busy time, or a calendar full of them, can be refused.</summary>
public static class BusyRefusals
{
    public static readonly Refusal NoFile = new("busy_times_no_file", "Calendar");
    public static readonly Refusal Size = new("busy_times_size", "Calendar");
    public static readonly Refusal NoCalendar = new("busy_times_no_calendar", "Calendar");

    /// <summary>Nothing in it can be read, or all of it is over, free or ours.</summary>
    public static readonly Refusal Nothing = new("busy_times_nothing", "Calendar");
    public static readonly Refusal TooMany = new("busy_times_too_many", "Calendar");
    public static readonly Refusal Over = new("busy_times_over", "To");
    public static readonly Refusal TooLong = new("busy_times_too_long", "To");
    public static readonly Refusal Order = new("busy_times_order", "To");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [Order];
}
