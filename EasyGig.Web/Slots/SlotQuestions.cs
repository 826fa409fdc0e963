using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Places;

namespace EasyGig.Web.Slots;

/// <summary>Looks up the words of a search.</summary>
public sealed class SlotQuestions(GenreCatalogue genres, PlaceQuestions places, TimeProvider clock)
{
    /// <param name="seeker">From whose home distances are measured when no city is named.</param>
    internal async Task<SlotQuestion> AskAsync(SlotSearch search, Seeker? seeker, CancellationToken ct) => new(search, clock.GetUtcNow())
    {
        Genres = search.Genres.Count > 0 ? GenreSetConverter.ToBits(genres.Wanted(genres.Read(search.Genres))) : null,
        Words = await places.WordsAsync(search.Text, ct),
        Free = seeker is { IsBusy: true } ? seeker.ArtistId : null,
        Place = await places.AskAsync(search.Where, seeker?.Home, ct),
    };
}
