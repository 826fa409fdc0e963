using EasyGig.Domain.Facts;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EasyGig.Tests.Bookings;

public sealed class AuditTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R39_every_act_is_in_the_trail_with_who_did_it()
    {
        var (promoter, organisation) = await app.OrganisationAsync();
        var (director, venue) = await app.VenueAsync(housePromoter: organisation);
        var slot = await app.SlotAsync(venue);
        var chosen = await app.ApplicationAsync(slot, (await app.ArtistAsync()).Artist);
        var rival = await app.ApplicationAsync(slot, (await app.ArtistAsync("Rival Duo")).Artist);

        var dora = await app.SignInAsync(director);
        var page = await dora.SubmitAsync(await dora.OpenAsync($"/director/applications/{chosen.Id}/accept"), "Accept Zenith Trio");
        var piero = await app.SignInAsync(promoter);
        await piero.SubmitAsync(await piero.OpenAsync(page.Path), "Reject the booking", ("Input.Reason", "Too loud."));

        var trail = await app.WithDbAsync(db => db.Audit.Where(e => e.SlotId == slot.Id).ToListAsync());
        var booking = Guid.Parse(page.Path.Split('/')[^1]);
        Assert.Equal(
            [(FactKind.Waitlisted, director.Id, rival.Id, null, null), (FactKind.Accepted, director.Id, chosen.Id, booking, null), (FactKind.Rejected, promoter.Id, chosen.Id, booking, "Too loud."),
             (FactKind.Revived, promoter.Id, rival.Id, null, null)],
            trail.Select(e => (e.Fact, e.PersonId!.Value, e.ApplicationId!.Value, e.BookingId, e.Reason)).OrderBy(e => e.Fact).ToArray());
        Assert.All(trail, entry => Assert.Equal((TestClock.Start, venue.Id), (entry.At, entry.VenueId)));
    }

    [Theory]
    [InlineData("UPDATE audit SET reason = 'nothing happened'")]
    [InlineData("DELETE FROM audit")]
    [InlineData("TRUNCATE audit")]
    [InlineData("DROP TABLE audit")]
    [InlineData("ALTER TABLE audit DISABLE TRIGGER ALL")]
    public async Task R39_the_site_cannot_change_what_happened(string sql)
    {
        await using var command = app.Site.CreateCommand(sql);
        var e = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
    }

    [Fact]
    public async Task R39_an_admin_reads_the_trail_newest_first_by_kind_and_by_slot()
    {
        var (director, venue) = await app.VenueAsync("Old Mill");
        var (_, slot, _) = await app.BookingAsync(venue, (await app.ArtistAsync("Nightjar")).Artist);
        for (var more = 0; more < 25; more++) await app.AddAsync(Entry(FactKind.Applied, director.Id, venue.Id, more));
        var admin = await app.SignInAsync(await app.PersonAsync(Roles.Admin));

        var first = await admin.OpenAsync("/admin/audit?fact=applied");
        Assert.Equal(20, first.Document.QuerySelectorAll(".row-card").Length);
        Assert.Contains("Dora Conti applied for", first.Text, StringComparison.Ordinal);
        Assert.Contains("number 24", first.Document.QuerySelector(".row-card")!.TextContent, StringComparison.Ordinal);
        var second = await admin.OpenAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(5, second.Document.QuerySelectorAll(".row-card").Length);

        var story = await admin.OpenAsync($"/admin/audit?slot={slot.Id}");
        Assert.Contains("EasyGig confirmed the booking.", story.Text, StringComparison.Ordinal);
        Assert.Contains("EasyGig said yes: the slot is kept for Nightjar.", story.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("number", story.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?fact=nonsense")]
    [InlineData("?fact=17&cursor=x&slot=y")]
    [InlineData("?cursor=--1")]
    [InlineData("?cursor=99999999999999999999")]
    public async Task R39_odd_filters_are_ignored(string query)
    {
        var admin = await app.SignInAsync(await app.PersonAsync(Roles.Admin));
        await app.AddAsync(Entry(FactKind.SlotPublished, Guid.NewGuid(), Guid.NewGuid(), 1));
        Assert.Equal(Rows(await admin.OpenAsync("/admin/audit")), Rows(await admin.OpenAsync($"/admin/audit{query}")));
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/audit")]
    public async Task R39_only_admins_read_it(string path)
    {
        foreach (var role in Roles.ToChoose)
            Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await (await app.SignInAsync(await app.PersonAsync(role))).OpenAsync(path)).Status);
        Assert.StartsWith("/account/login", (await app.Open().OpenAsync(path)).Path, StringComparison.Ordinal);
    }

    private static List<string> Rows(PageView page) => [.. page.Document.QuerySelectorAll(".row-card").Select(row => row.TextContent)];

    private static AuditEntry Entry(FactKind fact, Guid person, Guid venue, int number) => new()
    {
        At = TestClock.Start, PersonId = person, Fact = fact, VenueId = venue, ArtistId = null, SlotId = null, ApplicationId = null, BookingId = null, Reason = $"number {number}",
    };
}
