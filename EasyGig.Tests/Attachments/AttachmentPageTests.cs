using System.Net;
using EasyGig.Tests.Bookings;
using EasyGig.Tests.Files;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EasyGig.Tests.Attachments;

/// <summary>The sides of a booking give each other files, and nobody else gets them.</summary>
public sealed class AttachmentPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const string Add = "Add the file", Field = "Input.File";

    [Fact]
    public async Task R2h_an_artist_gives_a_file_and_the_other_sides_are_told_and_keep_it()
    {
        var house = await BookedNight.PendingAsync(app);
        var artist = await app.SignInAsync(house.Player);

        var page = await UploadAsync(artist, house, "Tech rider.pdf", Documents.Pdf(), "TechRider");

        Assert.Contains("The file is there, and the others have been told.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tech rider.pdf Tech rider · 1 kB · given by Zenith Trio", page.Text, StringComparison.Ordinal);
        var mails = await app.WithDbAsync(db => db.Mails.Where(m => m.BookingId == house.Booking && m.Kind == "file_attached").ToListAsync(Ct));
        Assert.Equal(new[] { house.Director.Email, house.Promoter.Email }.Order(), mails.Select(m => m.Address).Order());
        Assert.All(mails, mail => Assert.Contains("The file: Tech rider.pdf", mail.Text, StringComparison.Ordinal));
        Assert.Contains("Ada Rossi (Zenith Trio) added a file.", (await artist.OpenAsync($"/bookings/{house.Booking}")).Text, StringComparison.Ordinal);
        foreach (var reader in (Person[])[house.Director, house.Promoter])
        {
            var visitor = await app.SignInAsync(reader);
            Assert.Contains("New file for Zenith Trio", (await visitor.OpenAsync("/notices")).Text, StringComparison.Ordinal);
            var answer = await visitor.FetchAsync(Link(await visitor.OpenAsync(Day(house))));
            Assert.Equal(Documents.Pdf(), await answer.Content.ReadAsByteArrayAsync(Ct));
        }
    }

    [Fact]
    public async Task R2h_a_file_is_handed_over_to_be_kept_and_can_do_nothing()
    {
        var house = await BookedNight.PendingAsync(app);
        var director = await app.SignInAsync(house.Director);
        var text = new byte[600_000];
        Array.Fill(text, (byte)'a'); // in more than one piece

        var page = await UploadAsync(director, house, "../\u202EContratto é; X: y.pdf", text, "Contract");
        var answer = await director.FetchAsync(Link(page));

        Assert.Equal(text, await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(("attachment", "Contratto é X y.txt"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["default-src 'none'; sandbox"], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task R2h_nobody_but_the_parties_gets_a_file_by_any_address()
    {
        var (house, other) = (await BookedNight.PendingAsync(app), await BookedNight.PendingAsync(app));
        var link = Link(await UploadAsync(await app.SignInAsync(house.Player), house, "a.pdf", Documents.Pdf(), "TechRider"));
        var id = link.Split('/')[^1];

        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().FetchAsync($"/files/{id}")).StatusCode);
        Assert.StartsWith("/account/login", (await app.Open().OpenAsync(link)).Path, StringComparison.Ordinal);
        foreach (var person in (Person[])[other.Player, other.Director, other.Promoter, await app.PersonAsync(Roles.Admin)])
        {
            var stranger = await app.SignInAsync(person);
            var own = await stranger.OpenAsync("/notices");
            foreach (var path in (string[])[link, $"/bookings/{other.Booking}/files/{id}", $"/files/{id}"])
                Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(path)).Status);
            foreach (var booking in (Guid[])[house.Booking, other.Booking])
                Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(own, $"/bookings/{booking}/day?handler=Remove", ("file", id))).Status);
        }
        Assert.Equal(1, await CountAsync(house));
    }

    [Fact]
    public async Task R2h_the_side_that_gave_a_file_takes_it_away_and_no_other()
    {
        var house = await BookedNight.PendingAsync(app);
        var (artist, director) = (await app.SignInAsync(house.Player), await app.SignInAsync(house.Director));
        var link = Link(await UploadAsync(artist, house, "a.pdf", Documents.Pdf(), "TechRider"));
        var seen = await director.OpenAsync(Day(house));
        Assert.False(seen.Has("Remove it"));
        Assert.Equal(HttpStatusCode.NotFound, (await director.PostAsync(seen, $"{Day(house)}?handler=Remove", ("file", link.Split('/')[^1]))).Status);

        var gone = await artist.SubmitAsync(await artist.OpenAsync(Day(house)), "Remove a.pdf for good");

        Assert.Contains("The file is gone.", gone.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(house));
        Assert.Equal(HttpStatusCode.NotFound, (await artist.OpenAsync(link)).Status);
    }

    [Theory]
    [InlineData("page.pdf", "html", "“page.pdf” is no PDF, PNG, JPEG, WebP or plain text")]
    [InlineData("logo.pdf", "svg", "“logo.pdf” is no PDF, PNG, JPEG, WebP or plain text")]
    [InlineData("acts.pdf", "script", "“acts.pdf” holds actions, scripts or other files")]
    [InlineData("big.pdf", "big", "“big.pdf” has more than 10 MB")]
    [InlineData("film.mp4", "film", "You chose too much")]
    [InlineData("none.pdf", "empty", "“none.pdf” is no PDF")]
    public async Task R2h_what_is_not_taken_is_said_beside_the_field_and_the_choice_stays(string name, string what, string sentence)
    {
        byte[] bytes = what switch
        {
            "html" => Documents.Html,
            "svg" => Documents.Svg,
            "script" => Documents.Pdf("/Names<</JavaScript 4 0 R>>"),
            "big" => [.. Documents.Pdf(), .. new byte[11 << 20]],
            "film" => new byte[60 << 20],
            _ => [],
        };
        var house = await BookedNight.PendingAsync(app);

        var page = await UploadAsync(await app.SignInAsync(house.Promoter), house, name, bytes, "Poster");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(sentence, page.ErrorOf(Field), StringComparison.Ordinal);
        if (what != "film") Assert.Equal("Poster", page.Document.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal(0, await CountAsync(house));
    }

    [Fact]
    public async Task R2h_a_booking_has_ten_files_and_a_place_is_free_again()
    {
        var house = await BookedNight.PendingAsync(app);
        var artist = await app.SignInAsync(house.Player);
        var form = await artist.OpenAsync(Day(house));
        Assert.Equal("Choose a file.", (await artist.UploadAsync(form, Add, Field, [])).ErrorOf(Field));
        for (var number = 0; number < 10; number++) await UploadAsync(artist, house, $"{number}.png", Pictures.Png(), "StagePlot", form);

        var eleventh = await UploadAsync(artist, house, "10.png", Pictures.Png(), "StagePlot", form);

        Assert.Contains("ten files at most", eleventh.ErrorOf(Field), StringComparison.Ordinal);
        var full = await artist.OpenAsync(Day(house));
        Assert.False(full.Has(Add));
        await artist.SubmitAsync(full, "Remove 3.png for good");
        await UploadAsync(artist, house, "11.png", Pictures.Png(), "StagePlot", form);
        Assert.Equal(10, await CountAsync(house));
    }

    [Fact]
    public async Task R2h_a_fallen_booking_takes_no_files()
    {
        var house = await BookedNight.PendingAsync(app);
        var (artist, promoter) = (await app.SignInAsync(house.Player), await app.SignInAsync(house.Promoter));
        var form = await artist.OpenAsync(Day(house));
        await promoter.SubmitAsync(await promoter.OpenAsync($"/bookings/{house.Booking}"), "Reject the booking", ("Input.Reason", "No."));
        Assert.Contains("The booking no longer stands", (await UploadAsync(artist, house, "a.pdf", Documents.Pdf(), "TechRider", form)).Text, StringComparison.Ordinal);
        Assert.False((await artist.OpenAsync(Day(house))).Has(Add));
    }

    [Fact]
    public async Task R2h_what_was_given_for_a_booking_that_fell_stays()
    {
        var house = await BookedNight.PendingAsync(app);
        var (artist, promoter) = (await app.SignInAsync(house.Player), await app.SignInAsync(house.Promoter));
        await UploadAsync(artist, house, "a.pdf", Documents.Pdf(), "TechRider");
        var stale = await artist.OpenAsync(Day(house));
        await promoter.SubmitAsync(await promoter.OpenAsync($"/bookings/{house.Booking}"), "Reject the booking", ("Input.Reason", "No."));

        Assert.Contains("its files stay as they are", (await artist.SubmitAsync(stale, "Remove a.pdf for good")).Text, StringComparison.Ordinal);
        Assert.False((await artist.OpenAsync(Day(house))).Has("Remove it"));
        Assert.Equal(1, await CountAsync(house));
    }

    [Theory]
    [InlineData("place = 10", "attachments_count")]
    [InlineData("place = -1", "attachments_count")]
    [InlineData("bytes = '\\x', sha256 = sha256('\\x')", "attachments_size")]
    [InlineData("bytes = '\\x00'", "attachments_as_read")]
    [InlineData("format = 'svg'", "attachments_format")]
    [InlineData("name = 'a/b'", "attachments_name")]
    [InlineData("name = 'a' || chr(10)", "attachments_name")]
    [InlineData("name = ''", "attachments_name")]
    public async Task R2h_the_database_keeps_what_a_file_may_be(string change, string rule)
    {
        var house = await BookedNight.PendingAsync(app);
        await UploadAsync(await app.SignInAsync(house.Player), house, "a.pdf", Documents.Pdf(), "TechRider");
        await using var command = app.Owner.CreateCommand($"UPDATE attachments SET {change} WHERE booking_id = '{house.Booking}'");
        Assert.Equal(rule, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct))).ConstraintName);
        await using var site = app.Site.CreateCommand(command.CommandText); // a file is given and taken away, never changed
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => site.ExecuteNonQueryAsync(Ct))).SqlState);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Day(BookedNight house) => $"/bookings/{house.Booking}/day";

    private static string Link(PageView page) => page.Document.QuerySelector("a[href*='/files/']")!.GetAttribute("href")!;

    private static async Task<PageView> UploadAsync(Visitor visitor, BookedNight house, string name, byte[] bytes, string kind, PageView? form = null) =>
        await visitor.UploadAsync(form ?? await visitor.OpenAsync(Day(house)), Add, Field, [(name, bytes)], ("Input.Kind", kind));

    private Task<int> CountAsync(BookedNight house) => app.WithDbAsync(db => db.Attachments.CountAsync(a => a.BookingId == house.Booking, Ct));
}
