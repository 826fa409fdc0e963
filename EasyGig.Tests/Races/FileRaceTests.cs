using System.Net;
using EasyGig.Domain.Files;
using EasyGig.Tests.Files;
using EasyGig.Web.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Races;

public sealed class FileRaceTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R2e_uploads_at_once_never_exceed_the_limit()
    {
        var (_, venue) = await app.VenueAsync();
        var owner = FileOwner.Venue(venue.Id);
        var (first, second) = (app.Services, app.AddNode().Services);
        var photo = FileCheck.Photo(Pictures.Png(), "a").File!;
        for (var round = 0; round < 20; round++)
        {
            for (var there = 0; there < 7; there++) await app.AddAsync(new StoredFile(owner, photo, "", there, TestClock.Start));
            var refusals = await Race.AtOnceAsync(new[] { first, second, first, second }.Select(node => (Func<Task<string?>>)(() => AtDeskAsync(node, desk => desk.AddAsync(owner, [(photo, "")], Ct)))));
            Assert.Equal(1, refusals.Count(rule => rule is null));
            Assert.Equal(3, refusals.Count(rule => rule == FileRefusals.VenuePhotos.Rule));
            Assert.Equal(Enumerable.Range(0, 8), await app.WithDbAsync(db => db.FilesOf(owner).OrderBy(f => f.Position).Select(f => f.Position).ToListAsync(Ct)));
            await ExecuteAsync($"DELETE FROM files WHERE venue_id = '{venue.Id}'");
        }
    }

    [Fact]
    public async Task R2f_the_last_link_and_the_last_track_do_not_go_at_once()
    {
        var (_, artist) = await app.ArtistAsync();
        var owner = FileOwner.Artist(artist.Id);
        var track = FileCheck.Track(Pictures.Mp3(), "a").File!;
        for (var round = 0; round < 20; round++)
        {
            var file = await app.AddAsync(new StoredFile(owner, track, "", 0, TestClock.Start));
            var refused = await Race.AtOnceAsync<string?>(
            [
                () => AtDeskAsync(app.Services, desk => desk.RemoveAsync(owner, file.Id, Ct)),
                () => ExecuteAsync($"UPDATE artists SET links = '{{}}' WHERE id = '{artist.Id}'"),
            ]);
            Assert.Single(refused, "artists_heard");
            await ExecuteAsync($"UPDATE artists SET links = ARRAY['https://example.org'] WHERE id = '{artist.Id}'; DELETE FROM files WHERE artist_id = '{artist.Id}'");
        }
    }

    [Fact]
    public async Task R2e_photos_that_are_moved_and_removed_at_once_stay_in_one_order()
    {
        var (director, venue) = await app.VenueAsync();
        var owner = FileOwner.Venue(venue.Id);
        for (var there = 0; there < 6; there++) await app.AddAsync(new StoredFile(owner, FileCheck.Photo(Pictures.Png(), "a").File!, $"{there}", there, TestClock.Start));
        var visitor = await app.SignInAsync(director);
        var page = await visitor.OpenAsync($"/director/venue/{venue.Id}/photos");

        string[] buttons = ["Move 1 up", "Move 4 up", "Remove 2 for good", "Move 3 down", "Remove 5 for good"];
        var answers = await Race.AtOnceAsync(buttons.Select(button => (Func<Task<PageView>>)(() => visitor.SubmitAsync(page, button))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        var stored = await app.WithDbAsync(db => db.FilesOf(owner).OrderBy(f => f.Position).Select(f => new { f.Position, f.Title }).ToListAsync(Ct));
        Assert.Equal([0, 1, 2, 3], stored.Select(f => f.Position));
        Assert.Equal(["0", "1", "3", "4"], stored.Select(f => f.Title).Order());
    }

    private static async Task<string?> AtDeskAsync(IServiceProvider node, Func<FileDesk, Task<Domain.Refusal?>> act)
    {
        await using var scope = node.CreateAsyncScope();
        return (await act(scope.ServiceProvider.GetRequiredService<FileDesk>()))?.Rule;
    }

    private async Task<string?> ExecuteAsync(string sql)
    {
        try
        {
            await using var command = app.Site.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(Ct);
            return null;
        }
        catch (Npgsql.PostgresException e)
        {
            return e.ConstraintName;
        }
    }
}
