using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Deals;
using EasyGig.Domain.Slots;
using EasyGig.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EasyGig.Web.Pages.Dev;

/// <summary>Every part and pattern on one page, for whoever builds pages; Development only.</summary>
public sealed class KitModel(IWebHostEnvironment environment) : PageModel
{
    public static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");
    public static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly IReadOnlyList<Enum> States =
    [
        .. Enum.GetValues<SlotState>().Cast<Enum>(), .. Enum.GetValues<ApplicationState>().Cast<Enum>(), .. Enum.GetValues<BookingState>().Cast<Enum>(),
    ];

    public static readonly IReadOnlyList<string> Names =
        ["Zenith Trio", "The Midnight Electric Orchestra", "Øyvind", "U2", "Le Orme", "Rosa Balistreri e i Cantastorie", "DJ Krush", "Nightjar", "Banda Osiris", "Motta", "Fanfare Ciocărlia", "Sons of Kemet"];

    public static readonly DoorTerms Door = DoorTerms.Read("EUR", 15, 200, 10, taxIncluded: true, 1, 600).Terms!;

    public static readonly IReadOnlyList<Deal> Deals =
    [
        Deal.Flat(new(500, "EUR")), Deal.Door("EUR", new(70), DealBase.Gross), Deal.Versus(new(500, "EUR"), new(80), DealBase.Net, new(15)),
        Deal.Plus(new(300, "EUR"), new(85), new(15)),
    ];

    [BindProperty] public KitInput Input { get; set; } = new();

    public SlotSummary Slot { get; } = new()
    {
        Id = Guid.Empty, Period = new(Now.AddDays(8).AddHours(7), Now.AddDays(8).AddHours(10)), Zone = Rome, Venue = "Circolo della Musica", Stage = "Main stage",
        City = "Rivoli (TO)", Genres = ["Indie rock", "Folk"], MinFee = new(300, "EUR"), MaxFee = new(500, "EUR"), Deal = new(), Negotiable = true,
    };

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!environment.IsDevelopment()) context.Result = NotFound();
    }

    public IActionResult OnPost()
    {
        if (!ModelState.IsValid) return Page();
        TempData["Done"] = $"{Input.Title}: {Input.Fee}";
        return RedirectToPage();
    }

    public sealed class KitInput
    {
        [Required, StringLength(60, MinimumLength = 3), Display(Name = "Title")] public string Title { get; set; } = "";
        [Required, EmailAddress, Display(Name = "E-mail")] public string Email { get; set; } = "";
        [Required, Range(typeof(decimal), "0", "100000", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true), Display(Name = "Fee")] public decimal? Fee { get; set; }
        [Required, DataType(DataType.Date), Display(Name = "Day")] public DateOnly? Day { get; set; }
        [Display(Name = "Message")] public string? Message { get; set; }
        [Display(Name = "Negotiable")] public bool Negotiable { get; set; }
    }
}
