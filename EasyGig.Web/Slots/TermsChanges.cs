using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Slots;

/// <summary>Says what is different between two versions of a slot.</summary>
public sealed class TermsChanges(EasyGigDb db, GenreCatalogue genres, IStringLocalizer<Text> text)
{
    /// <returns>What changed since that version, in the order of the form; nothing when the version is not known any more.</returns>
    public async Task<IReadOnlyList<TermsChange>> SinceAsync(int version, SlotView now, CancellationToken ct)
    {
        var before = await (
            from old in db.SlotVersions
            join stage in db.Stages on old.StageId equals stage.Id
            where old.SlotId == now.Slot.Id && old.Number == version
            select new { old.Time, old.Terms, Stage = stage.Profile.Name }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (before is null) return [];
        return TermsChange.Between(Say(before.Time, before.Stage, before.Terms, now.Zone), Say(now.Slot.Time, now.Stage.Name, now.Slot.Terms, now.Zone));
    }

    private IEnumerable<(string Name, string Value)> Say(Period time, string stage, SlotTerms terms, TimeZoneInfo zone)
    {
        yield return (text["When"], TimeFormat.Span(time, zone));
        yield return (text["Stage"], stage);
        yield return (text["Fee"], DealFormat.Say(terms.Deal, terms.Lowest, text, terms.Highest));
        yield return (text["Tickets"], terms.Deal.Door(terms.Currency) is { } door ? DealFormat.Say(door, terms.Currency, text) : "");
        yield return (text["The fee is negotiable"], text[terms.Negotiable ? "yes" : "no"]);
        yield return (text["Genres"], string.Join(", ", genres.NamesOf(terms.Genres)));
        yield return (text["Category"], terms.Category is { } category ? text[$"category.{Word.Of(category)}"] : text["Any category"]);
        yield return (text["Notes"], terms.Notes);
    }
}
