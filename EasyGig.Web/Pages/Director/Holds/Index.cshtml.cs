using System.Globalization;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Holds;

/// <summary>Who holds which dates ahead, and a way to any other date.</summary>
public sealed class IndexModel(EasyGigDb db, HoldReader reader, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>By id, each with its venue where there are several.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Stages { get; private set; } = [];
    public Guid? Stage { get; private set; }
    public DateOnly? Date { get; private set; }
    public IReadOnlyList<StackView> Stacks { get; private set; } = [];

    /// <summary>Given a stage and a day, leads to that date.</summary>
    public async Task<IActionResult> OnGetAsync(string? stage, string? date, CancellationToken ct)
    {
        Stages = await db.StageNamesOfAsync(User.Id, ct);
        Stage = Guid.TryParse(stage, out var id) && Stages.Any(s => s.Id == id) ? id : Stages is [var only] ? only.Id : null;
        Date = HoldDate.Read(date);
        if (Stage is { } of && Date is { } day && stage is not null) return Redirect(HoldFormat.Address(of, day));
        if (stage is not null && date is not null) ModelState.AddModelError("", text["Choose a stage and a day."]);
        Stacks = await reader.StacksAsync(User.Id, DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-1), VenueDay.Latest, null, ct);
        return Page();
    }
}

internal static class HoldDate
{
    /// <summary>The day that an address names; null when it names none.</summary>
    public static DateOnly? Read(string? date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= VenueDay.Earliest && day <= VenueDay.Latest ? day : null;
}
