using System.Globalization;
using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Web.Genres;
using EasyGig.Web.Localization;
using EasyGig.Web.Places;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Slots;

/// <summary>A filter of a search as the reader calls it, and the search without it.</summary>
public sealed record SlotFilter(string Name, SlotSearch Without);

/// <summary>The filters of a search, one by one.</summary>
public sealed class SlotFilters(GenreCatalogue genres, PlaceFilters places, IStringLocalizer<Text> text)
{
    public async Task<IReadOnlyList<SlotFilter>> OfAsync(SlotSearch search, CancellationToken ct)
    {
        var where = await places.OfAsync(search.Where, ct);
        return [.. Words(search), .. where.Select(filter => new SlotFilter(filter.Name, search with { Where = filter.Without })), .. Days(search), .. Terms(search)];
    }

    private IEnumerable<SlotFilter> Words(SlotSearch search)
    {
        if (search.Text is { } words) yield return new($"“{words}”", search with { Text = null });
        foreach (var slug in search.Genres)
            yield return new(genres.NamesOf(genres.Read([slug]))[0], search with { Genres = [.. search.Genres.Where(other => other != slug)] });
        if (search.Category is { } category) yield return new(text[$"category.{Word.Of(category)}"], search with { Category = null });
    }

    private IEnumerable<SlotFilter> Days(SlotSearch search)
    {
        var culture = CultureInfo.CurrentCulture;
        if (search.From is { } from) yield return new(text["from {0}", from.ToString("D", culture)], search with { From = null });
        if (search.To is { } to) yield return new(text["until {0}", to.ToString("D", culture)], search with { To = null });
        foreach (var day in search.Weekdays)
            yield return new(culture.DateTimeFormat.GetDayName(day), search with { Weekdays = [.. search.Weekdays.Where(other => other != day)] });
    }

    private IEnumerable<SlotFilter> Terms(SlotSearch search)
    {
        if (search.MinFee is { } fee) yield return new(text["pays {0} or more", fee.ToString("0.##", CultureInfo.CurrentCulture)], search with { MinFee = null });
        if (search.Currency is { } currency) yield return new(text["in {0}", currency], search with { Currency = null, Sort = search.Sort is SlotSort.Fee ? SlotSort.Date : search.Sort });
        if (search.MinCapacity is { } capacity) yield return new(text["{0} people or more", capacity], search with { MinCapacity = null });
        if (search.Room is { } room) yield return new(text[$"room.{Word.Of(room)}"], search with { Room = null });
    }
}
