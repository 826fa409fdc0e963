using EasyGig.Domain.Files;
using EasyGig.Web.Data;
using EasyGig.Web.Files;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Pages.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Artist;

/// <summary>Photos and tracks that an artist sends.</summary>
public sealed class FilesModel(EasyGigDb db, FileDesk desk, IStringLocalizer<Text> text) : FilesFormModel(db, desk, text)
{
    public Domain.Artists.Artist Artist { get; private set; } = null!;

    protected override async Task<FileOwner?> FindOwnerAsync(Guid id, CancellationToken ct)
    {
        if (await Db.ArtistsOf(User.Id).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } artist) return null;
        Artist = artist;
        return FileOwner.Artist(id);
    }
}
