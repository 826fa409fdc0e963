using EasyGig.Domain.Files;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using EasyGig.Web.Files;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Pages.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Venues;

/// <summary>A director sends the photos that a venue shows.</summary>
public sealed class PhotosModel(EasyGigDb db, FileDesk desk, IStringLocalizer<Text> text) : FilesFormModel(db, desk, text)
{
    public Venue Venue { get; private set; } = null!;

    protected override async Task<FileOwner?> FindOwnerAsync(Guid id, CancellationToken ct)
    {
        if (await Db.VenuesOf(User.Id).AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, ct) is not { } venue) return null;
        Venue = venue;
        return FileOwner.Venue(id);
    }
}
