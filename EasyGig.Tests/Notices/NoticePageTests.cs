using EasyGig.Domain.Facts;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Notices;

public sealed class NoticePageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R38_the_bell_counts_what_is_unread_and_leads_to_it()
    {
        var (promoter, organisation) = await app.OrganisationAsync();
        var (_, venue) = await app.VenueAsync(housePromoter: organisation);
        var visitor = await app.SignInAsync(promoter);
        Assert.Null((await visitor.OpenAsync("/promoter")).Document.QuerySelector(".bell-count"));

        var (booking, _, _) = await app.BookingAsync(venue, (await app.ArtistAsync()).Artist);

        var today = await visitor.OpenAsync("/promoter");
        Assert.Equal("1", today.Document.QuerySelector(".bell-count")!.TextContent.Trim());
        Assert.Contains("Notices: one unread", today.Text, StringComparison.Ordinal);
        var news = today.Document.QuerySelector("section[aria-labelledby=news] a.stretched-link")!;
        Assert.Equal(("To review: Zenith Trio at Blue Cellar, Fri 5 Mar 2027, 21:00", $"/bookings/{booking}"), (news.TextContent, news.GetAttribute("href")));
        Assert.Equal($"/bookings/{booking}", (await visitor.OpenAsync(news.GetAttribute("href")!)).Path);

        var read = await visitor.SubmitAsync(today, "Mark all as read");
        Assert.Equal("/notices", read.Path);

        Assert.Null(read.Document.QuerySelector(".bell-count"));
        Assert.False(read.Has("Mark all as read"));
        Assert.Contains("To review: Zenith Trio", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("To review: Zenith Trio", (await visitor.OpenAsync("/promoter")).Document.QuerySelector("section[aria-labelledby=news]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R38_notices_are_read_newest_first_page_by_page_each_once()
    {
        var person = await app.PersonAsync(Roles.Artist);
        for (var number = 1; number <= 45; number++) await app.AddAsync(Note(person, $"Number {number}.", minutes: number / 3)); // some at the same moment
        var visitor = await app.SignInAsync(person);

        var seen = await visitor.WalkAsync("/notices", ".row-card a.stretched-link");
        Assert.Equal(45, seen.Distinct().Count());
        Assert.Equal(45, seen.Count);
        Assert.Equal("Number 45.", seen[0]);
        Assert.Equal("45", (await visitor.OpenAsync("/notices?cursor=nonsense")).Document.QuerySelector(".bell-count")!.TextContent.Trim());
    }

    [Fact]
    public async Task R38_looking_marks_nothing_as_read_and_nobody_touches_the_notices_of_another()
    {
        var (mine, other) = (await app.PersonAsync(Roles.Artist), await app.PersonAsync(Roles.Artist));
        await app.AddAsync(Note(mine, "For me.", 0));
        await app.AddAsync(Note(other, "For somebody else.", 0));
        var visitor = await app.SignInAsync(mine);
        var page = await visitor.OpenAsync("/notices");
        Assert.DoesNotContain("For somebody else.", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await UnreadAsync(mine));

        await visitor.SubmitAsync(page, "Mark all as read");

        Assert.Equal((0, 1), (await UnreadAsync(mine), await UnreadAsync(other)));
        Assert.StartsWith("/account/login", (await app.Open().OpenAsync("/notices")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R38_every_link_in_a_notice_stays_on_the_site()
    {
        var (_, venue) = await app.VenueAsync();
        await app.BookingAsync(venue, (await app.ArtistAsync()).Artist, inDays: 40);
        var links = await app.WithDbAsync(db => db.Notices.Where(n => n.Fact == FactKind.Confirmed).Select(n => n.Link).ToListAsync());
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Matches("^/[a-z]", link));
    }

    private static Notice Note(Person person, string text, int minutes) => new()
    {
        Id = Guid.NewGuid(), PersonId = person.Id, Fact = FactKind.Declined, Text = text, Link = "/slots", CreatedAt = TestClock.Start.AddMinutes(minutes),
    };

    private Task<int> UnreadAsync(Person person) => app.WithDbAsync(db => db.Notices.CountAsync(n => n.PersonId == person.Id && n.ReadAt == null));
}
