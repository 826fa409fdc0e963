using EasyGig.Domain;
using EasyGig.Domain.Mails;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.MailPreferences;

/// <summary>Keeps which mails a person wants. What binds is always sent: that, the database says.</summary>
/// <remarks>Callers ask for the person's own, or have opened a token of it.</remarks>
public sealed class MailPreferenceDesk(EasyGigDb db)
{
    public Task<List<MailGroup>> UnwantedAsync(Guid person, CancellationToken ct) => db.MailPreferences.Where(p => p.PersonId == person).Select(p => p.Unwanted).ToListAsync(ct);

    /// <param name="among">The groups that the person chose among; the others stay as they are.</param>
    /// <param name="wanted">Those of them that they want.</param>
    public Task<Refusal?> ChooseAsync(Guid person, IReadOnlyCollection<MailGroup> among, IReadOnlyCollection<MailGroup> wanted, CancellationToken ct) => db.InTurnAsync([Turn.MailPreferences(person)], async () =>
    {
        await db.MailPreferences.Where(p => p.PersonId == person && among.Contains(p.Unwanted)).ExecuteDeleteAsync(ct);
        db.AddRange(among.Except(wanted).Select(group => new MailPreference { PersonId = person, Unwanted = group }));
        return await db.TrySaveAsync(ct);
    }, ct);
}
