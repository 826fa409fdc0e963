namespace EasyGig.Domain.Venues;

/// <summary>Every way a venue's or a stage's profile can be refused.</summary>
public static class VenueRefusals
{
    public static readonly Refusal NamePresent = new("venues_name_present", "Name");
    public static readonly Refusal SlugTaken = new("venues_slug_unique", "Name");
    public static readonly Refusal Coordinates = new("venues_coordinates", "Latitude");
    public static readonly Refusal PhotosCount = new("venues_photos_count", "Photos");
    public static readonly Refusal CurrencyInUse = new("slots_currency_of_venue", "Currency");
    public static readonly Refusal StageNameTaken = new("stages_name_unique", "Name");
    public static readonly Refusal StageCapacity = new("stages_capacity_positive", "Capacity");
    public static readonly Refusal StageChangeover = new("stages_changeover_range", "Changeover");

    /// <summary>Two slots that exist would clash with that changeover; names them.</summary>
    public static readonly Refusal StageChangeoverClash = new("stages_changeover_clash", "Changeover");

    public static readonly Refusal TimeZoneUnknown = new("venues_time_zone_known", "TimeZone");

    /// <summary>The slots to come would be at another time on the venue's clock.</summary>
    public static readonly Refusal TimeZoneInUse = new("venues_time_zone_in_use", "TimeZone");
    public static readonly Refusal CurrencyUnknown = new("venues_currency_known", "Currency");
    public static readonly Refusal PromoterUnknown = new("venues_house_promoter_known", "HousePromoterId");

    /// <summary>A photo is no http(s) address; names the line.</summary>
    public static readonly Refusal PhotoAddress = new("venues_photo_address", "Photos");

    public static readonly Refusal AnswerHours = new("venues_answer_hours", "AnswerHours");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase =
        [NamePresent, SlugTaken, Coordinates, PhotosCount, CurrencyInUse, AnswerHours, StageNameTaken, StageCapacity, StageChangeover];
}
