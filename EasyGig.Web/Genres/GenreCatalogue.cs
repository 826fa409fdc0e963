using System.Globalization;
using EasyGig.Domain.Genres;
using EasyGig.Web.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Genres;

/// <summary>The genres and their groups, read once: they change only with a new version of EasyGig.</summary>
public sealed class GenreCatalogue(IServiceScopeFactory scopes)
{
    private readonly Lazy<IReadOnlyList<Genre>> _all = new(() => Load(scopes), LazyThreadSafetyMode.PublicationOnly); // a failure is not remembered

    /// <summary>The genres that the slugs name; what is no slug is left out.</summary>
    public GenreSet Read(IEnumerable<string> slugs) => GenreSet.Of(_all.Value.Where(g => slugs.Contains(g.Slug)).Select(g => (int)g.Bit));

    public IReadOnlyList<string> SlugsOf(GenreSet set) => [.. In(set).Select(g => g.Slug)];

    /// <summary>Names in the reader's language.</summary>
    public IReadOnlyList<string> NamesOf(GenreSet set) => [.. In(set).Select(Name)];

    /// <summary>What a wish for these genres matches: a group stands for its genres, and a genre is found where its whole group is asked for.</summary>
    public GenreSet Wanted(GenreSet wish)
    {
        var slugs = In(wish).Select(g => g.Slug).ToHashSet();
        var parents = In(wish).Select(g => g.ParentSlug).OfType<string>().ToHashSet();
        return wish.With(GenreSet.Of(_all.Value.Where(g => g.ParentSlug is { } parent && slugs.Contains(parent) || parents.Contains(g.Slug)).Select(g => (int)g.Bit)));
    }

    /// <summary>A choice of genres under the names of their groups.</summary>
    public IReadOnlyList<SelectListItem> Choices(GenreSet chosen)
    {
        var groups = _all.Value.Where(g => g.ParentSlug is null).ToDictionary(g => g.Slug, g => new SelectListGroup { Name = Name(g) });
        return [.. _all.Value.Select(g => new SelectListItem(Name(g), g.Slug, chosen.Has(g.Bit)) { Group = groups[g.ParentSlug ?? g.Slug] })];
    }

    private static string Name(Genre genre) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "it" ? genre.NameIt : genre.Name;

    private IEnumerable<Genre> In(GenreSet set) => _all.Value.Where(g => set.Has(g.Bit));

    private static List<Genre> Load(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<EasyGigDb>().Genres.AsNoTracking().OrderBy(g => g.Bit).ToList();
    }
}
