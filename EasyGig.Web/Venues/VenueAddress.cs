using System.Globalization;
using EasyGig.Domain;
using EasyGig.Domain.Venues;
using EasyGig.Web.Places;
using Microsoft.AspNetCore.WebUtilities;

namespace EasyGig.Web.Venues;

/// <summary>A search as the query of <c>/venues</c>.</summary>
public static class VenueAddress
{
    private const int MostPeople = 1_000_000;

    public static VenueSearch Read(IQueryCollection query) => new()
    {
        Text = PlaceAddress.Text(query["q"]),
        Where = PlaceAddress.Read(query),
        MinCapacity = PlaceAddress.Number(query["minCapacity"], MostPeople),
        Room = Word.Read<Room>(query["room"]),
        Sort = Word.Read<ProfileSort>(query["sort"]) ?? ProfileSort.Name,
    };

    public static string Of(VenueSearch search, string? cursor = null) => QueryHelpers.AddQueryString("/venues",
    [
        new("q", search.Text),
        .. PlaceAddress.Parts(search.Where),
        new("minCapacity", search.MinCapacity?.ToString(CultureInfo.InvariantCulture)),
        new("room", search.Room is { } room ? Word.Of(room) : null),
        new("sort", search.Sort is ProfileSort.Name ? null : Word.Of(search.Sort)),
        new("cursor", cursor),
    ]);
}
