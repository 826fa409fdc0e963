using EasyGig.Domain;
using EasyGig.Domain.Facts;
using EasyGig.Web.Data;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Admin;

/// <summary>Who did what, newest first; of one kind or about one slot, if one wants.</summary>
public sealed class AuditModel(EasyGigDb db) : PageModel
{
    /// <summary>The word of a fact; any other word asks for all.</summary>
    [BindProperty(SupportsGet = true)] public string? Fact { get; set; }

    [BindProperty(SupportsGet = true)] public Guid? Slot { get; set; }

    public FactKind? Kind => Word.Read<FactKind>(Fact);

    public ListPage<AuditLine> Found { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken ct)
    {
        var entries = db.Audit.AsNoTracking();
        if (Kind is { } kind) entries = entries.Where(e => e.Fact == kind);
        if (Slot is { } slot) entries = entries.Where(e => e.SlotId == slot);
        Found = await ToLines(entries).PageAsync(line => ValueTuple.Create(line.Id), cursor, ct, descending: true);
    }

    public static string Address(FactKind? kind = null, Guid? slot = null, string? cursor = null) => QueryHelpers.AddQueryString("/admin/audit", new Dictionary<string, string?>
    {
        ["fact"] = kind is { } wanted ? Word.Of(wanted) : null, ["slot"] = slot?.ToString(), ["cursor"] = cursor,
    });

    private IQueryable<AuditLine> ToLines(IQueryable<AuditEntry> entries) =>
        from entry in entries
        from person in db.Users.Where(p => p.Id == entry.PersonId).DefaultIfEmpty()
        from artist in db.Artists.Where(a => a.Id == entry.ArtistId).DefaultIfEmpty()
        from venue in db.Venues.Where(v => v.Id == entry.VenueId).DefaultIfEmpty()
        from slot in db.Slots.Where(s => s.Id == entry.SlotId).DefaultIfEmpty()
        select new AuditLine
        {
            Id = entry.Id, At = entry.At, Fact = entry.Fact, Reason = entry.Reason, BySomebody = entry.PersonId != null, Person = person.Name,
            Artist = artist.Profile.Name, ArtistSlug = artist.Slug, Venue = venue.Profile.Name, VenueSlug = venue.Slug,
            SlotId = entry.SlotId, TimeZone = venue.Profile.TimeZone, Start = (DateTimeOffset?)slot.Time.Start,
        };
}

/// <summary>One act, with the names of today. What it was about may be gone.</summary>
public sealed record AuditLine
{
    public required long Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required FactKind Fact { get; init; }
    public required string? Reason { get; init; }

    /// <summary>Whether somebody signed in did it, even if their account is gone.</summary>
    public required bool BySomebody { get; init; }
    public required string? Person { get; init; }
    public required string? Artist { get; init; }
    public required string? ArtistSlug { get; init; }
    public required string? Venue { get; init; }
    public required string? VenueSlug { get; init; }
    public required Guid? SlotId { get; init; }
    public required string? TimeZone { get; init; }
    public required DateTimeOffset? Start { get; init; }

    public TimeZoneInfo Zone => TimeZone is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
