using System.Net;
using EasyGig.Domain.Files;
using EasyGig.Domain.Venues;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Files;

/// <summary>Directors and artists send files, name them, put them in order and take them away.</summary>
public sealed class UploadPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const string Photos = "Input.Photos", AddPhotos = "Add the photos", Tracks = "Input.Tracks", AddTracks = "Add the tracks";

    [Fact]
    public async Task R2e_a_director_shows_photos_puts_them_in_order_and_takes_one_away()
    {
        var (visitor, venue) = await DirectorAsync();
        var page = await visitor.OpenAsync($"/director/venue/{venue.Id}/photos");

        // a PNG is a PNG, whatever it is called
        page = await visitor.UploadAsync(page, AddPhotos, Photos, [("stage.jpg", Pictures.Png()), ("bar.webp", Pictures.WebP())], ("Input.PhotoTitle", "The room"));
        Assert.Contains("It is on your page now.", page.Text, StringComparison.Ordinal);
        page = await visitor.UploadAsync(page, AddPhotos, Photos, [("door.jpg", Pictures.Jpeg())]);
        Assert.Equal(["The room (1)", "The room (2)", ""], await TitlesAsync(venue));

        page = await visitor.SubmitAsync(page, "Move Photo 3 up");
        page = await visitor.SubmitAsync(page, "Move Photo 2 up");
        page = await visitor.SubmitAsync(page, "Save the description of Photo 1", ("Renamed.Title", "The door"));
        Assert.Equal(["The door", "The room (1)", "The room (2)"], await TitlesAsync(venue));
        page = await visitor.SubmitAsync(page, "Remove The room (1) for good");
        Assert.Contains("The file is gone.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["The door", "The room (2)"], await TitlesAsync(venue));

        var shown = await app.Open().OpenAsync($"/venues/{venue.Slug}");
        Assert.Equal([("The door", "400", "300"), ("The room (2)", "400", "300")],
            shown.Document.QuerySelectorAll("img[src^='/files/']").Select(img => (img.GetAttribute("alt")!, img.GetAttribute("width")!, img.GetAttribute("height")!)));
    }

    [Theory]
    [InlineData("page.png", "html", "“page.png” is no JPEG, PNG or WebP photo")]
    [InlineData("logo.svg", "svg", "“logo.svg” is no JPEG, PNG or WebP photo")]
    [InlineData("cut.jpg", "cut", "“cut.jpg” is damaged or incomplete")]
    [InlineData("none.jpg", "empty", "“none.jpg” is no JPEG, PNG or WebP photo")]
    [InlineData("big.jpg", "big", "“big.jpg” has more than 5 MB")]
    [InlineData("bomb.png", "bomb", "“bomb.png” must have 200 to 8,000 pixels")]
    public async Task R2e_what_is_not_taken_is_said_beside_the_field_and_what_was_typed_stays(string name, string what, string sentence)
    {
        byte[] bytes = what switch
        {
            "html" => [.. "<html><script>alert(1)</script></html>"u8],
            "svg" => [.. "<svg xmlns='http://www.w3.org/2000/svg'/>"u8],
            "cut" => Pictures.Jpeg()[..^2],
            "big" => [.. Pictures.Jpeg(), .. new byte[5 << 20]],
            "bomb" => Pictures.Png(9000, 200),
            _ => [],
        };
        var (visitor, venue) = await DirectorAsync();

        var page = await visitor.UploadAsync(await visitor.OpenAsync($"/director/venue/{venue.Id}/photos"), AddPhotos, Photos, [("good.jpg", Pictures.Jpeg()), (name, bytes)], ("Input.PhotoTitle", "Typed"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(sentence, page.ErrorOf(Photos), StringComparison.Ordinal);
        Assert.Equal("Typed", page.Document.QuerySelector("[name='Input.PhotoTitle']")!.GetAttribute("value"));
        Assert.Empty(await TitlesAsync(venue));
    }

    [Fact]
    public async Task R2e_nothing_chosen_too_many_and_far_too_much_are_said_beside_the_field()
    {
        var (visitor, venue) = await DirectorAsync();
        var page = await visitor.OpenAsync($"/director/venue/{venue.Id}/photos");
        Assert.Equal("Choose at least one photo.", (await visitor.UploadAsync(page, AddPhotos, Photos, [])).ErrorOf(Photos));

        var nine = await visitor.UploadAsync(page, AddPhotos, Photos, Enumerable.Range(0, 9).Select(i => ($"{i}.png", Pictures.Png())));
        Assert.Contains("eight photos at most", nine.ErrorOf(Photos), StringComparison.Ordinal);
        Assert.Empty(await TitlesAsync(venue));

        var film = await visitor.UploadAsync(page, AddPhotos, Photos, [("film.mp4", new byte[60 << 20])]);
        Assert.Equal(HttpStatusCode.OK, film.Status);
        Assert.Contains("You chose too much at once", film.ErrorOf(Photos), StringComparison.Ordinal);
        await visitor.OpenAsync(film.Path); // and is still served
    }

    [Fact]
    public async Task R2e_a_description_that_is_too_long_is_said_beside_it()
    {
        var (visitor, venue) = await DirectorAsync();
        var page = await visitor.UploadAsync(await visitor.OpenAsync($"/director/venue/{venue.Id}/photos"), AddPhotos, Photos, [("a.png", Pictures.Png())]);
        page = await visitor.SubmitAsync(page, "Save the description of Photo 1", ("Renamed.Title", new string('x', 201)));
        Assert.Contains("200", page.ErrorOf("Renamed.Title"), StringComparison.Ordinal);
        Assert.Equal(201, page.Document.QuerySelector("[name='Renamed.Title']")!.GetAttribute("value")!.Length);
    }

    [Fact]
    public async Task R2f_a_track_stands_in_for_the_links_and_one_of_the_two_stays()
    {
        var (person, artist) = await app.ArtistAsync("Heard Trio");
        var visitor = await app.SignInAsync(person);
        var profile = await visitor.SubmitAsync(await visitor.OpenAsync("/artist/profile"), "Save the profile", ("Input.Links", ""));
        Assert.Contains("Where can people hear you?", profile.ErrorOf("Input.Links"), StringComparison.Ordinal);

        var files = await visitor.UploadAsync(await visitor.OpenAsync($"/artist/files/{artist.Id}"), AddTracks, Tracks, [("Night Train.mp3", Pictures.Mp3())]);
        Assert.Contains("Night Train · 0:05", files.Text, StringComparison.Ordinal);
        profile = await visitor.SubmitAsync(await visitor.OpenAsync("/artist/profile"), "Save the profile", ("Input.Links", ""));
        Assert.Contains("Your profile is saved.", profile.Text, StringComparison.Ordinal);

        files = await visitor.SubmitAsync(files, "Remove Night Train for good");
        Assert.Contains("Where can people hear you?", files.Text, StringComparison.Ordinal);
        var shown = await app.Open().OpenAsync($"/artists/{artist.Slug}");
        Assert.NotNull(shown.Document.QuerySelector("audio[controls][preload=none][src^='/files/']"));
    }

    [Fact]
    public async Task R2e_a_stranger_neither_sees_nor_changes_the_files_of_another()
    {
        var (visitor, venue) = await DirectorAsync();
        var (stranger, _) = await DirectorAsync();
        var page = await visitor.UploadAsync(await visitor.OpenAsync($"/director/venue/{venue.Id}/photos"), AddPhotos, Photos, [("a.png", Pictures.Png())]);
        var own = await stranger.OpenAsync("/account/manage");
        var file = page.Document.QuerySelector("[name='Renamed.File']")!.GetAttribute("value")!;

        foreach (var handler in (string[])["Photos", "Tracks", "Rename", "Move", "Remove"])
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(own, $"/director/venue/{venue.Id}/photos?handler={handler}", ("Renamed.File", file), ("Renamed.Title", "Mine"))).Status);
        Assert.Equal([""], await TitlesAsync(venue));
    }

    private async Task<(Visitor, Venue)> DirectorAsync()
    {
        var (director, venue) = await app.VenueAsync();
        return (await app.SignInAsync(director), venue);
    }

    private Task<List<string>> TitlesAsync(Venue venue) =>
        app.WithDbAsync(db => db.FilesOf(FileOwner.Venue(venue.Id)).OrderBy(f => f.Position).Select(f => f.Title).ToListAsync(TestContext.Current.CancellationToken));
}
