using System.ComponentModel.DataAnnotations;
using System.Globalization;
using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Deals;
using EasyGig.Domain.Genres;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Calendars;

namespace EasyGig.Web.Pages.Director.Slots;

/// <summary>What the form of a slot holds.</summary>
public sealed class SlotInput
{
    private const string OneToFive = "Choose one to five genres.";

    [Required, Display(Name = "Stage")] public Guid? StageId { get; set; }
    [Required, DataType(DataType.Date), Display(Name = "Day")] public DateOnly? Date { get; set; }
    [Required, DataType(DataType.Time), Display(Name = "Starts at")] public TimeOnly? From { get; set; }
    [Required, DataType(DataType.Time), Display(Name = "Ends at")] public TimeOnly? To { get; set; }

    [Amount, Display(Name = "Lowest fee")]
    public decimal? MinFee { get; set; }

    [Amount, Display(Name = "Highest fee")]
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
            StageId = slot.StageId, Date = window.Date, From = window.From, To = window.To, MinFee = slot.Terms.MinFee.Short(), MaxFee = slot.Terms.MaxFee.Short(),
            Negotiable = slot.Terms.Negotiable, Genres = [.. genres], Category = slot.Terms.Category, Notes = slot.Terms.Notes, Version = slot.Version,
        };
    }

    /// <summary>The form of a slot that begins with another time.</summary>
    public static string Address(Guid slot, LocalWindow window) =>
        string.Create(CultureInfo.InvariantCulture, $"/director/slots/{slot}/edit?date={window.Date:O}&from={window.From:HH\\:mm}&to={window.To:HH\\:mm}");

    /// <summary>Takes over what an address says about the time, as <c>yyyy-MM-dd</c> and <c>HH:mm</c>; nonsense is ignored. A start
    /// without an end leaves the usual two hours and a half.</summary>
    public void Begin(string? date, string? from, string? to)
    {
        if (CalendarRange.Day(date) is { } day) Date = day;
        if (Clock(from) is { } start) (From, To) = (start, Clock(to) ?? start.AddHours(2.5));
    }

    private static TimeOnly? Clock(string? text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public LocalWindow ReadWindow() => new(Date!.Value, From!.Value, To!.Value);

    /// <summary>The terms that were typed, in the venue's currency; or why there are no such terms.</summary>
    public (SlotTerms? Terms, Refusal? Refusal) ReadTerms(Venue venue, GenreSet genres, DealInput deal)
    {
        var currency = venue.Profile.Currency;
        var (pays, refusal) = deal.Read().Checked(currency);
        if (pays is null) return (null, refusal);
        var (min, max) = pays.Kind is DealKind.Door ? (0, 0) : (MinFee ?? MaxFee, MaxFee ?? MinFee);
        if (min is null || max is null) return (null, SlotRefusals.FeeStated);
        if (!Money.IsWhole(min.Value, currency)) return (null, SlotRefusals.FeeTooFine.About(currency));
        if (!Money.IsWhole(max.Value, currency)) return (null, (SlotRefusals.FeeTooFine with { Field = nameof(MaxFee) }).About(currency));
        return (new()
        {
            MinFee = min.Value, MaxFee = max.Value, Currency = currency, Deal = pays, Negotiable = Negotiable, Genres = genres, Category = Category, Notes = Notes ?? "",
        }, null);
    }
}
