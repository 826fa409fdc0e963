using System.Globalization;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Genres;
using EasyGig.Web.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Genres;

/// <summary>The genres and their groups, read once: they change only with a new version of EasyGig.</summary>
public sealed class GenreCatalogue(IServiceScopeFactory scopes)
{
    private readonly Lazy<IReadOnlyList<Genre>> _all = new(() => Load(scopes), LazyThreadSafetyMode.PublicationOnly); // a failure is not remembered

    /// <summary>Every genre and group.</summary>
    public IReadOnlyList<string> Names => [.. _all.Value.Select(Name)];

    /// <summary>The genres that are meant, by slug or by name in any language; what is neither is left out.</summary>
    public GenreSet Read(IEnumerable<string> typed)
    {
        HashSet<string> wanted = new(typed, StringComparer.OrdinalIgnoreCase);
        return GenreSet.Of(_all.Value.Where(g => wanted.Contains(g.Slug) || wanted.Contains(g.Name) || wanted.Contains(g.NameIt)).Select(g => (int)g.Bit));
    }

    public IReadOnlyList<string> SlugsOf(GenreSet set) => [.. In(set).Select(g => g.Slug)];

    /// <summary>Names in the reader's language.</summary>
    public IReadOnlyList<string> NamesOf(GenreSet set) => [.. In(set).Select(Name)];

    /// <summary>How near an artist's genres are to those of a slot; a group in either stands for its genres.</summary>
    public GenreMatch Match(GenreSet artist, GenreSet slot) =>
        Wanted(slot).Meets(artist) ? GenreMatch.Shared : GroupsOf(artist).Overlaps(GroupsOf(slot)) ? GenreMatch.Group : GenreMatch.None;

    /// <summary>What a wish for these genres matches: a group stands for its genres, and a genre is found where its whole group is asked for.</summary>
    public GenreSet Wanted(GenreSet wish)
    {
        var slugs = In(wish).Select(g => g.Slug).ToHashSet();
        var parents = In(wish).Select(g => g.ParentSlug).OfType<string>().ToHashSet();
        return wish.With(GenreSet.Of(_all.Value.Where(g => g.ParentSlug is { } parent && slugs.Contains(parent) || parents.Contains(g.Slug)).Select(g => (int)g.Bit)));
    }

    /// <summary>The same as 128 bits, genre 0 leftmost, for statements that ask for several wishes at once.</summary>
    public string BitsWanted(GenreSet wish)
    {
        var wanted = Wanted(wish);
        return string.Concat(Enumerable.Range(0, GenreSet.Capacity).Select(number => wanted.Has(number) ? '1' : '0'));
    }

    /// <summary>A choice of genres under the names of their groups.</summary>
    public IReadOnlyList<SelectListItem> Choices(GenreSet chosen)
    {
        var groups = _all.Value.Where(g => g.ParentSlug is null).ToDictionary(g => g.Slug, g => new SelectListGroup { Name = Name(g) });
        return [.. _all.Value.Select(g => new SelectListItem(Name(g), g.Slug, chosen.Has(g.Bit)) { Group = groups[g.ParentSlug ?? g.Slug] })];
    }

    private HashSet<string> GroupsOf(GenreSet set) => [.. In(set).Select(g => g.ParentSlug ?? g.Slug)];

    private static string Name(Genre genre) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "it" ? genre.NameIt : genre.Name;

    private IEnumerable<Genre> In(GenreSet set) => _all.Value.Where(g => set.Has(g.Bit));

    private static List<Genre> Load(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<EasyGigDb>().Genres.AsNoTracking().OrderBy(g => g.Bit).ToList();
    }
}
