using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using EasyGig.Web.WaitingLists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Applications;

/// <summary>What the two sides of an application put to each other so far, as one of them reads it.</summary>
/// <param name="Reader">Whose page it is on.</param>
/// <param name="Versions">The newest first; the last is what the artist applied with.</param>
public sealed record Negotiation(Application Application, Slot Slot, Side Reader, string Artist, string Venue, TimeZoneInfo Zone, IReadOnlyList<OfferVersion> Versions)
{
    public Terms Terms => Application.TermsFor(Slot);

    /// <summary>What an act of the page answers: the offer that stands, zero when none does.</summary>
    public int Answers => Application.Standing?.Number ?? 0;

    public string Other => Reader is Side.Artist ? Venue : Artist;

    /// <summary>Whether the other side's offer waits for the reader.</summary>
    public bool Waits => Application.Standing is { } standing && standing.By != Reader;

    /// <summary>Whether the artist has to say first that the slot, changed since, still fits.</summary>
    public bool Outdated => Application.TermsVersion != Slot.TermsVersion;

    /// <summary>Until when the offer that stands can be answered; the evening ends it, too.</summary>
    public DateTimeOffset? Due => Application.Standing is not { DueAt: { } due } ? null : due < Slot.Time.Start ? due : Slot.Time.Start;

    public bool MayOfferAt(DateTimeOffset now) => Application.MayOffer(Reader) && !Outdated && Slot is { AskedUntil: null } && Slot.StateAt(now) is SlotState.Open;

    /// <summary>Whether the other side's offer can be taken: the reader has read the terms as they are, and it is in time.</summary>
    public bool MayTakeAt(DateTimeOffset now) => Waits && !Outdated && Slot.StateAt(now) is SlotState.Open && !(now >= Due);
}

/// <summary>Terms that one side stated.</summary>
/// <param name="Number">Zero is what the artist applied with.</param>
/// <param name="State">Null of what the artist applied with.</param>
/// <param name="Changes">What is different from the version before.</param>
public sealed record OfferVersion(int Number, string Who, DateTimeOffset At, Terms Terms, string Note, OfferState? State, IReadOnlyList<TermsChange> Changes);

/// <summary>Reads negotiations.</summary>
public sealed class Negotiations(EasyGigDb db, IStringLocalizer<Text> text)
{
    /// <summary>What was put forward about an application.</summary>
    /// <param name="mine">Among which it has to be: the reader's own.</param>
    /// <returns>Null when it is not.</returns>
    public async Task<Negotiation?> FindAsync(IQueryable<Application> mine, Side reader, Guid id, CancellationToken ct)
    {
        if (await mine.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } application) return null;
        var at = await (
            from slot in db.Slots.AsNoTracking()
            join venue in db.Venues on slot.VenueId equals venue.Id
            where slot.Id == application.SlotId
            select new { slot, venue.Profile.Name, venue.Profile.TimeZone }).SingleAsync(ct);
        var artist = await db.Artists.Where(a => a.Id == application.ArtistId).Select(a => a.Profile.Name).SingleAsync(ct);
        var asked = await db.SlotVersions.AsNoTracking().Where(v => v.SlotId == application.SlotId && v.Number == application.AskedVersion).SingleOrDefaultAsync(ct);
        // who steps aside for a booking that may still fall does not know it
        var unaware = reader is Side.Artist && application.State is ApplicationState.Waitlisted && at.slot.State is SlotState.Booked && !await db.Audit.AnyAsync(e => e.ApplicationId == id && WaitingQueries.Tells.Contains(e.Fact), ct);
        var versions = Versions(application, new(application.Fee, asked?.Terms.Deal ?? at.slot.Terms.Deal), artist, at.Name, unaware);
        return new(application, at.slot, reader, artist, at.Name, TimeZoneInfo.FindSystemTimeZoneById(at.TimeZone), versions);
    }

    private List<OfferVersion> Versions(Application application, Terms asked, string artist, string venue, bool unaware)
    {
        List<OfferVersion> versions = [new(0, artist, application.SubmittedAt, asked, "", null, [])];
        foreach (var offer in application.Offers.OrderBy(o => o.Number))
            versions.Add(new(offer.Number, offer.By is Side.Artist ? artist : venue, offer.MadeAt, offer.Terms(), offer.Note,
                unaware && offer.State is OfferState.Lapsed && offer.Number == application.Offers.Count ? OfferState.Standing : offer.State, TermsChange.Between(Say(versions[^1].Terms), Say(offer.Terms()))));
        versions.Reverse();
        return versions;
    }

    private IEnumerable<(string Name, string Value)> Say(Terms terms)
    {
        yield return (text["Fee"], DealFormat.Say(terms, text));
        yield return (text["Tickets"], terms.Deal.Door(terms.Fee.Currency) is { } door ? DealFormat.Say(door, terms.Fee.Currency, text) : "");
    }
}
