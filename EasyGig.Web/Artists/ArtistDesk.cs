using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Web.Data;

namespace EasyGig.Web.Artists;

/// <summary>Keeps what artists say about themselves.</summary>
public sealed class ArtistDesk(EasyGigDb db)
{
    private const int Attempts = 5;

    /// <summary>Adds an artist under the address that its name gives; where that is taken, with a few letters more.</summary>
    /// <param name="owner">The person who may act for it.</param>
    /// <returns>The artist's id, or why there is none.</returns>
    public async Task<(Guid? Artist, Refusal? Refusal)> CreateAsync(Guid owner, ArtistProfile profile, IReadOnlyList<(string Name, string Plays)> lineUp, CancellationToken ct)
    {
        var words = Slug.Of(profile.Name) is { Length: > 0 } slug ? slug : "artist";
        for (var attempt = 1; ; attempt++)
        {
            var artist = new Artist(owner, attempt == 1 ? words : $"{words}-{Guid.NewGuid().ToString("N")[..4]}", profile);
            artist.LineUp(lineUp);
            db.Add(artist);
            var refusal = await db.TrySaveAsync(ct);
            if (refusal is null) return (artist.Id, null);
            if (refusal != ArtistRefusals.SlugTaken || attempt == Attempts) return (null, refusal);
            db.ChangeTracker.Clear();
        }
    }

    /// <param name="version">Of the artist that the person had on the page.</param>
    public Task<Refusal?> ChangeAsync(Artist artist, uint version, ArtistProfile profile, IReadOnlyList<(string Name, string Plays)> lineUp, CancellationToken ct)
    {
        var entry = db.Entry(artist);
        entry.Property(a => a.Version).OriginalValue = version;
        artist.Describe(profile);
        entry.ComplexProperty(a => a.Profile).Property(p => p.Name).IsModified = true; // the line-up lies in another table: this row says who was first
        artist.LineUp(lineUp);
        return db.TrySaveAsync(ct);
    }
}
