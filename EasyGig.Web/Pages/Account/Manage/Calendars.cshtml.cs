using EasyGig.Web.Data;
using EasyGig.Web.Feeds;
using EasyGig.Web.Hosting;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Account.Manage;

/// <summary>A calendar in the list.</summary>
/// <param name="Subject">Null for all that the reader has.</param>
/// <param name="Address">Where programs fetch it; null as long as there is no link.</param>
public sealed record CalendarRow(FeedSubject? Subject, Uri? Address)
{
    /// <summary>The same for the program that opens links of its kind.</summary>
    public string? Webcal => Address is null ? null : $"webcal://{Address.Authority}{Address.PathAndQuery}";
}

/// <summary>The links by which the reader's own calendar programs follow their dates: given, renewed, revoked.</summary>
public sealed class CalendarsModel(FeedReader reader, FeedDesk desk, EasyGigDb db, SiteAddress site, IStringLocalizer<Text> text) : PageModel
{
    public IReadOnlyList<CalendarRow> Calendars { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var given = await db.FeedsOf(User.Id).AsNoTracking().ToListAsync(ct);
        var subjects = await reader.SubjectsAsync(User.Id, ct);
        Calendars = subjects.Count == 0 ? [] : [new(null, AddressOf(null)), .. subjects.Select(subject => new CalendarRow(subject, AddressOf(subject.Id)))];

        Uri? AddressOf(Guid? subject) => given.Find(feed => feed.Subject == subject) is { } feed ? site.To(FeedEndpoint.Address(feed.Token)) : null;
    }

    public async Task<IActionResult> OnPostGiveAsync(Guid? subject, CancellationToken ct)
    {
        var subjects = await reader.SubjectsAsync(User.Id, ct);
        if (!ModelState.IsValid || subjects.Count == 0 || subject is not null && subjects.All(s => s.Id != subject)) return NotFound();
        var refusal = await desk.GiveAsync(User.Id, subjects.FirstOrDefault(s => s.Id == subject), ct);
        if (refusal is null) return Done(text["The link is ready. Whoever has it reads the calendar: keep it to yourself."]);
        ModelState.Refuse(refusal, text);
        await OnGetAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid? subject, CancellationToken ct)
    {
        if (!ModelState.IsValid || !await desk.RevokeAsync(User.Id, subject, ct)) return NotFound();
        return Done(text["The link leads nowhere from now on."]);
    }

    private RedirectToPageResult Done(string sentence)
    {
        TempData["Done"] = sentence;
        return RedirectToPage();
    }
}
