namespace EasyGig.Domain.Slots;

/// <summary>Every way a slot can say no.</summary>
public static class SlotRefusals
{
    public static readonly Refusal Started = new("slots_started");
    public static readonly Refusal InThePast = new("slots_in_the_past", "Date");
    public static readonly Refusal NotEditable = new("slots_not_editable");

    /// <summary>Artists have applied: who changes it has to be shown first what they are asked.</summary>
    public static readonly Refusal Unconfirmed = new("slots_unconfirmed");
    public static readonly Refusal NotCancellable = new("slots_not_cancellable");
    public static readonly Refusal NotOpen = new("slots_not_open");
    public static readonly Refusal AlreadyBooked = new("slots_already_booked");

    /// <summary>The local time does not exist: clocks go forward over it. Names the time and the zone.</summary>
    public static readonly Refusal TimeSkipped = new("slots_time_skipped", "From");

    /// <summary>Finer than the currency's minor unit; names the currency.</summary>
    public static readonly Refusal FeeTooFine = new("slots_fee_too_fine", "MinFee");

    /// <summary>Nothing is said about the fee, though the deal has one.</summary>
    public static readonly Refusal FeeStated = new("slots_fee_stated", "MinFee");

    /// <summary>What <see cref="StageTaken"/> is where nobody is booked yet; names the slot that stands there.</summary>
    public static readonly Refusal StageOffered = new("slots_stage_offered", "From");

    /// <summary>Split so often, the slots are too short; names the parts, the changeover and the shortest slot, both in minutes.</summary>
    public static readonly Refusal SplitTooShort = new("slots_split_too_short", "Parts");

    /// <summary>The series ends before it begins.</summary>
    public static readonly Refusal SeriesOrder = new("slots_series_order", "Until");

    /// <summary>Too many slots at once; names how many there may be.</summary>
    public static readonly Refusal SeriesTooLong = new("slots_series_too_long", "Until");

    public static readonly Refusal Step = new("slots_step");
    public static readonly Refusal TimeOrder = new("slots_time_order", "To");

    /// <summary>The stage is taken; names what takes it, to those who may see it.</summary>
    public static readonly Refusal StageTaken = new("slots_stage_free", "From");
    public static readonly Refusal StageOfVenue = new("slots_stage_of_venue", "StageId");
    public static readonly Refusal FeeNotNegative = new("slots_fee_not_negative", "MinFee");
    public static readonly Refusal FeeOrder = new("slots_fee_order", "MaxFee");
    public static readonly Refusal GenresCount = new("slots_genres_count", "Genres");
    public static readonly Refusal BookedFixed = new("slots_booked_fixed");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase =
        [Step, TimeOrder, StageTaken, StageOfVenue, FeeNotNegative, FeeTooFine, FeeOrder, GenresCount, BookedFixed];
}
