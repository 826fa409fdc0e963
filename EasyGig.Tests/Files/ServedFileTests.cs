using System.Net;
using EasyGig.Domain.Files;

namespace EasyGig.Tests.Files;

/// <summary>What everybody gets under <c>/files/{id}</c>.</summary>
public sealed class ServedFileTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R2e_a_photo_is_shown_and_can_do_nothing_else()
    {
        var (_, venue) = await app.VenueAsync();
        var file = await AddAsync(FileOwner.Venue(venue.Id), FileCheck.Photo(Pictures.Jpeg(400, 300, Pictures.Exif()), "a").File!, "The bär / <stage>");

        var answer = await app.Open().FetchAsync($"/files/{file.Id}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline; filename=the-bar-stage.jpeg", answer.Content.Headers.ContentDisposition!.ToString().Replace("\"", "", StringComparison.Ordinal).Split("; filename*")[0]);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["default-src 'none'; sandbox"], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", answer.Headers.GetValues("Cache-Control").SelectMany(v => v.Split(", ")).OrderBy(v => v == "public" ? 0 : v == "immutable" ? 2 : 1)));
        var bytes = await answer.Content.ReadAsByteArrayAsync(Ct);
        Assert.Equal(file.Content!.Bytes, bytes);
        Assert.True(bytes.AsSpan().IndexOf(Pictures.Secret) < 0);
    }

    [Theory]
    [InlineData(FileFormat.Jpeg, "image/jpeg", "inline")]
    [InlineData(FileFormat.Png, "image/png", "inline")]
    [InlineData(FileFormat.Webp, "image/webp", "inline")]
    [InlineData(FileFormat.Mp3, "audio/mpeg", "attachment")]
    [InlineData(FileFormat.Opus, "audio/ogg", "attachment")]
    public async Task R2e_every_format_is_served_as_what_it_is(FileFormat format, string type, string disposition)
    {
        var (_, artist) = await app.ArtistAsync();
        var read = format switch
        {
            FileFormat.Jpeg => FileCheck.Photo(Pictures.Jpeg(), "page.html"),
            FileFormat.Png => FileCheck.Photo(Pictures.Png(), "page.html"),
            FileFormat.Webp => FileCheck.Photo(Pictures.WebP(), "page.html"),
            FileFormat.Mp3 => FileCheck.Track(Pictures.Mp3(), "page.html"),
            _ => FileCheck.Track(Pictures.Opus(), "page.html"),
        };
        var file = await AddAsync(FileOwner.Artist(artist.Id), read.File!, "page.html");

        var answer = await app.Open().FetchAsync($"/files/{file.Id}");

        Assert.Equal((type, disposition), (answer.Content.Headers.ContentType!.ToString(), answer.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task R2e_whoever_has_a_file_is_told_that_it_is_the_same()
    {
        var (person, artist) = await app.ArtistAsync();
        var file = await AddAsync(FileOwner.Artist(artist.Id), FileCheck.Photo(Pictures.Png(), "a").File!);
        var visitor = await app.SignInAsync(person); // who is signed in keeps it, too
        var tag = (await visitor.FetchAsync($"/files/{file.Id}")).Headers.ETag!.ToString();

        var again = await visitor.FetchAsync($"/files/{file.Id}", ("If-None-Match", tag));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.True(again.Headers.CacheControl!.Public);
    }

    [Theory]
    [InlineData("bytes=0-99", 0, 100)]
    [InlineData("bytes=300000-300999", 300_000, 1000)]
    [InlineData("bytes=-10", 416_990, 10)]
    [InlineData("bytes=262100-", 262_100, 154_900)]
    public async Task R2e_a_listener_may_begin_anywhere(string range, int from, int length)
    {
        var (_, artist) = await app.ArtistAsync();
        var file = await AddAsync(FileOwner.Artist(artist.Id), FileCheck.Track(Pictures.Mp3(1000), "a").File!, "Night Train");

        var answer = await app.Open().FetchAsync($"/files/{file.Id}", ("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("audio/mpeg", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(file.Content!.Bytes[from..(from + length)], await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await app.Open().FetchAsync($"/files/{file.Id}", ("Range", "bytes=999999-"))).StatusCode);
    }

    [Fact]
    public async Task R2e_a_file_goes_with_its_owner()
    {
        var (_, artist) = await app.ArtistAsync();
        var file = await AddAsync(FileOwner.Artist(artist.Id), FileCheck.Track(Pictures.Opus(), "a").File!);
        Assert.Equal(HttpStatusCode.OK, (await app.Open().FetchAsync($"/files/{file.Id}")).StatusCode);

        await using var command = app.Owner.CreateCommand($"DELETE FROM artists WHERE id = '{artist.Id}'");
        await command.ExecuteNonQueryAsync(Ct);

        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().FetchAsync($"/files/{file.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().OpenAsync("/files/x")).Status);
    }

    private Task<StoredFile> AddAsync(FileOwner owner, CleanFile file, string title = "") => app.AddAsync(new StoredFile(owner, file, title, 0, TestClock.Start));
}
