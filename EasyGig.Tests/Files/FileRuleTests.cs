using Npgsql;

namespace EasyGig.Tests.Files;

/// <summary>What the table of files allows, tried with plain SQL as the site's own user.</summary>
public sealed class FileRuleTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Theory]
    [InlineData("venue", "photo", 8, "files_venue_photos_count")]
    [InlineData("artist", "photo", 4, "files_artist_photos_count")]
    [InlineData("artist", "track", 3, "files_artist_tracks_count")]
    public async Task R2e_an_owner_has_so_many_files_and_none_more(string owner, string kind, int most, string rule)
    {
        var id = owner == "venue" ? (await app.VenueAsync()).Venue.Id : (await app.ArtistAsync()).Artist.Id;
        for (var position = 0; position < most; position++) Assert.Null(await RefusedAsync(Insert(owner, id, kind, position)));
        Assert.Equal(rule, await RefusedAsync(Insert(owner, id, kind, most)));
        Assert.Equal(rule, await RefusedAsync(Insert(owner, id, kind, -1)));
        Assert.Equal("files_venue_id_artist_id_kind_position_key", await RefusedAsync(Insert(owner, id, kind, most - 1)));
    }

    [Theory]
    [InlineData("bytes = '\\x', sha256 = sha256('\\x')", "files_photo_size")]
    [InlineData("bytes = decode(repeat('00', 5242881), 'hex'), sha256 = sha256(decode(repeat('00', 5242881), 'hex'))", "files_photo_size")]
    [InlineData("bytes = '\\x00'", "files_as_read")]
    [InlineData("width = 8001", "files_photo_dimensions")]
    [InlineData("height = 199", "files_photo_dimensions")]
    [InlineData("height = NULL", "files_photo_dimensions")]
    [InlineData("format = 'svg'", "files_format_of_kind")]
    [InlineData("kind = 'track', format = 'mp3', seconds = 1", "files_one_owner")]
    [InlineData("venue_id = NULL", "files_one_owner")]
    public async Task R2e_a_file_is_what_it_says(string change, string rule)
    {
        var (_, venue) = await app.VenueAsync();
        await RefusedAsync(Insert("venue", venue.Id, "photo", 0));
        Assert.Equal(rule, await RefusedAsync($"UPDATE files SET {change} WHERE venue_id = '{venue.Id}'"));
    }

    [Fact]
    public async Task R2f_an_artist_keeps_a_link_or_a_track()
    {
        var (_, artist) = await app.ArtistAsync();
        var (noLinks, noTracks) = ($"UPDATE artists SET links = '{{}}' WHERE id = '{artist.Id}'", $"DELETE FROM files WHERE artist_id = '{artist.Id}'");
        Assert.Equal("artists_heard", await RefusedAsync(noLinks));
        await RefusedAsync(Insert("artist", artist.Id, "photo", 0));
        Assert.Equal("artists_heard", await RefusedAsync(noLinks)); // a photo is not heard
        await RefusedAsync(Insert("artist", artist.Id, "track", 0));
        Assert.Null(await RefusedAsync(noLinks));
        Assert.Equal("artists_heard", await RefusedAsync(noTracks));
        Assert.Equal("artists_heard", await RefusedAsync($"UPDATE files SET artist_id = '{(await app.ArtistAsync()).Artist.Id}' WHERE artist_id = '{artist.Id}' AND kind = 'track'"));
        Assert.Equal("artists_links_count", await RefusedAsync($"UPDATE artists SET links = array_fill('https://example.org'::text, ARRAY[9]) WHERE id = '{artist.Id}'"));
        Assert.Null(await RefusedAsync($"UPDATE artists SET links = ARRAY['https://example.org'] WHERE id = '{artist.Id}'; {noTracks}"));
    }

    private static string Insert(string owner, Guid id, string kind, int position) => $"""
        INSERT INTO files (id, {owner}_id, kind, format, bytes, sha256, width, height, seconds, title, position, uploaded_at)
        VALUES ('{Guid.NewGuid()}', '{id}', '{kind}', '{(kind == "photo" ? "png" : "mp3")}', '\x01', sha256('\x01'), 200, 200, 1, '', {position}, now())
        """;

    private async Task<string?> RefusedAsync(string sql)
    {
        try
        {
            await using var command = app.Site.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            return null;
        }
        catch (PostgresException e)
        {
            return e.ConstraintName;
        }
    }
}
