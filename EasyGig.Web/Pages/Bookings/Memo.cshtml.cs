using EasyGig.Domain.Bookings;
using EasyGig.Web.Bookings;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EasyGig.Web.Pages.Bookings;

/// <summary>What was agreed, on one sheet to print and sign.</summary>
public sealed class MemoModel(BookingReader reader) : PageModel
{
    public BookingView View { get; private set; } = null!;
    public IReadOnlyList<PartyMember> Members { get; private set; } = [];

    /// <summary>The version that holds.</summary>
    public BookingVersion Agreed { get; private set; } = null!;

    /// <summary>The sides that sign, each with what it is and its people as far as the reader may know them.</summary>
    public IEnumerable<(string Role, string Name, IEnumerable<PartyMember> People)> Parties =>
        from side in Enum.GetValues<Party>()
        where side is not Party.Promoter || View.Promoter is not null
        select (side switch { Party.Artist => "Artist", Party.Venue => "Venue", Party.Promoter => "Promoter" },
            View.NameOf(side), Members.Where(member => member.Side == side && View.ShowsPeopleOf(side)));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(User.Id, id, ct) is not { } view) return NotFound();
        View = view;
        Members = await reader.MembersAsync(view.Booking.ArtistId, view.Booking.VenueId, view.Booking.ReviewerId, ct);
        Agreed = (await reader.VersionsAsync(id, ct)).First(version => version.State is TermsState.Agreed);
        return Page();
    }
}
