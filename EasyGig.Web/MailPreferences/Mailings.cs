using EasyGig.Domain;
using EasyGig.Domain.Mails;
using EasyGig.Domain.Searches;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using EasyGig.Web.Searches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.MailPreferences;

/// <summary>Tells of the mails that somebody has a sealed link to end, and ends them.</summary>
public sealed class Mailings(EasyGigDb db, SearchDesk searches, MailPreferenceDesk preferences, IStringLocalizer<Text> text)
{
    /// <returns>What the mails are about, nothing when it is gone; and whether any of them is still written.</returns>
    public async Task<(IReadOnlyList<string> Names, bool Written)> ReadAsync(Mailing? mailing, CancellationToken ct)
    {
        if (mailing is Mailing.OfSearches some)
        {
            var found = await db.Searches.AsNoTracking().Where(search => some.Searches.Contains(search.Id)).OrderBy(search => search.Id).ToListAsync(ct);
            return ([.. found.Select(search => search.Name)], found.Any(search => search.Alert is not SearchAlert.None));
        }
        if (mailing is not Mailing.OfGroup { Group: not MailGroup.Always } one || !await db.Users.AnyAsync(person => person.Id == one.PersonId, ct)) return ([], false);
        return ([text[$"mails.{Word.Of(one.Group)}"]], !(await preferences.UnwantedAsync(one.PersonId, ct)).Contains(one.Group));
    }

    /// <summary>Of what is gone there is nothing to end.</summary>
    public async Task EndAsync(Mailing mailing, CancellationToken ct)
    {
        if (!(await ReadAsync(mailing, ct)).Written) return;
        if (mailing is Mailing.OfSearches some) await searches.SilenceAsync(some.Searches, ct);
        if (mailing is Mailing.OfGroup one) await preferences.ChooseAsync(one.PersonId, [one.Group], [], ct);
    }
}
