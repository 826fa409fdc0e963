using System.Net;
using EasyGig.Tests.Bookings;
using Microsoft.VisualBasic.FileIO;

namespace EasyGig.Tests.Exports;

/// <summary>The lists as files, read by a reader that is not ours.</summary>
public sealed class ExportPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_director_takes_slots_applications_and_bookings_along()
    {
        var (director, venue) = await app.VenueAsync("Sala, \"Grande\"");
        var (_, artist) = await app.ArtistAsync("=Zenith; Trio");
        var slot = await app.SlotAsync(venue, inDays: 40, fromHour: 20.5, hours: 4);
        await app.ApplicationAsync(slot, artist, fee: 425.5m);
        var visitor = await app.SignInAsync(director);

        var slots = await DownloadAsync(visitor, "/director/slots");
        Assert.Equal(["Date", "From", "To", "Time zone", "Venue", "Stage", "Artist", "Applications", "Lowest fee", "Highest fee", "Currency", "State"], slots[0]);
        var start = TimeZoneInfo.ConvertTime(slot.Time.Start, TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"));
        Assert.Equal([$"{start:yyyy-MM-dd}", $"{start:HH:mm}", $"{start.AddHours(4):HH:mm}", "Europe/Rome", "Sala, \"Grande\"", "Main stage", "", "1", "300.00", "500.00", "EUR", "open"], slots[1]);
        Assert.Equal(2, slots.Count);

        var applications = await DownloadAsync(visitor, "/director/applications");
        Assert.Equal(["'=Zenith; Trio", "425.50", "EUR"], applications[1][6..9]);
        Assert.Equal("We would love to play.", applications[1][^1]);

        Assert.Single(await DownloadAsync(visitor, "/director/bookings")); // the headings alone
    }

    [Fact]
    public async Task Each_side_takes_its_bookings_along_and_nobody_those_of_others()
    {
        var night = await BookedNight.PendingAsync(app);
        foreach (var (person, path, rows) in new[]
        {
            (night.Director, "/director/bookings", 1), (night.Promoter, "/promoter/bookings", 1), (night.Player, "/artist/applications", 1),
            ((await app.VenueAsync()).Director, "/director/bookings", 0), ((await app.OrganisationAsync()).Promoter, "/promoter/bookings", 0), ((await app.ArtistAsync()).Person, "/artist/applications", 0),
        })
            Assert.Equal(rows + 1, (await DownloadAsync(await app.SignInAsync(person), path)).Count);
    }

    [Fact]
    public async Task The_filter_of_the_page_is_that_of_the_file_and_its_words_are_the_readers()
    {
        var (director, venue) = await app.VenueAsync();
        await app.SlotAsync(venue, inDays: 41);
        await app.SlotAsync(venue, inDays: 42, draft: true);
        var visitor = await app.SignInAsync(director);
        await visitor.OpenAsync("/director/slots");
        var drafts = await DownloadAsync(visitor, "/director/slots?state=draft");
        Assert.Equal("draft", Assert.Single(drafts.Skip(1))[^1]);
        using var answer = await visitor.FetchAsync("/director/slots?handler=Csv&state=draft", ("Accept-Language", "it"));
        Assert.Contains("bozza", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    /// <summary>Follows the page's link and reads the file.</summary>
    private static async Task<List<string[]>> DownloadAsync(Visitor visitor, string path)
    {
        var page = await visitor.OpenAsync(path);
        var link = page.Document.QuerySelectorAll("a").Single(a => a.TextContent.Trim() == "Download as CSV").GetAttribute("href")!;
        using var answer = await visitor.FetchAsync(link.StartsWith('?') ? path + link : link);
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        using var reader = new TextFieldParser(await answer.Content.ReadAsStreamAsync(Ct)) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        reader.SetDelimiters(",");
        List<string[]> rows = [];
        while (!reader.EndOfData) rows.Add(reader.ReadFields()!);
        return rows;
    }
}
