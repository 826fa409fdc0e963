using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Genres;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;

namespace EasyGig.Web.Pages.Director.Slots;

/// <summary>What the form of a slot holds.</summary>
public sealed class SlotInput
{
    private const string OneToFive = "Choose one to five genres.";

    [Required, Display(Name = "Stage")] public Guid? StageId { get; set; }
    [Required, DataType(DataType.Date), Display(Name = "Day")] public DateOnly? Date { get; set; }
    [Required, DataType(DataType.Time), Display(Name = "Starts at")] public TimeOnly? From { get; set; }
    [Required, DataType(DataType.Time), Display(Name = "Ends at")] public TimeOnly? To { get; set; }

    [Required, Range(typeof(decimal), "0", "1000000", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true), Display(Name = "Lowest fee")]
    public decimal? MinFee { get; set; }

    [Required, Range(typeof(decimal), "0", "1000000", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true), Display(Name = "Highest fee")]
    public decimal? MaxFee { get; set; }

    [Display(Name = "The fee is negotiable")] public bool Negotiable { get; set; }
    [MinLength(1, ErrorMessage = OneToFive), MaxLength(5, ErrorMessage = OneToFive), Display(Name = "Genres")] public List<string> Genres { get; set; } = [];
    [Display(Name = "Category")] public Category? Category { get; set; }
    [StringLength(4000), Display(Name = "Notes for the artists")] public string? Notes { get; set; }
    public uint Version { get; set; }

    public static SlotInput Of(Slot slot, TimeZoneInfo zone, IReadOnlyList<string> genres)
    {
        var window = LocalWindow.Of(slot.Time, zone);
        return new()
        {
            StageId = slot.StageId, Date = window.Date, From = window.From, To = window.To, MinFee = Short(slot.Terms.MinFee), MaxFee = Short(slot.Terms.MaxFee),
            Negotiable = slot.Terms.Negotiable, Genres = [.. genres], Category = slot.Terms.Category, Notes = slot.Terms.Notes, Version = slot.Version,
        };
    }

    public LocalWindow ReadWindow() => new(Date!.Value, From!.Value, To!.Value);

    /// <summary>The terms that were typed, in the venue's currency; or why there are no such terms.</summary>
    public (SlotTerms? Terms, Refusal? Refusal) ReadTerms(Venue venue, GenreSet genres)
    {
        var currency = venue.Profile.Currency;
        var (min, max) = (MinFee!.Value, MaxFee!.Value);
        if (!Money.IsWhole(min, currency)) return (null, SlotRefusals.FeeTooFine.About(currency));
        if (!Money.IsWhole(max, currency)) return (null, (SlotRefusals.FeeTooFine with { Field = nameof(MaxFee) }).About(currency));
        return (new() { MinFee = min, MaxFee = max, Currency = currency, Negotiable = Negotiable, Genres = genres, Category = Category, Notes = Notes ?? "" }, null);
    }

    /// <summary>The amount without the zeros that the database keeps at its end.</summary>
    private static decimal Short(decimal amount) => amount / 1.0000000000000000000000000000m;
}
