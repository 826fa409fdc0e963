using EasyGig.Domain.Mails;
using EasyGig.Web.Identity;

namespace EasyGig.Tests.Admin;

public sealed class OverviewTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R34_an_admin_sees_how_many_there_are_and_what_went_wrong()
    {
        var (_, venue) = await app.VenueAsync();
        await app.BookingAsync(venue, (await app.ArtistAsync()).Artist, inDays: 10);
        await app.SlotAsync(venue, inDays: 12);
        await app.SlotAsync(venue, inDays: 1);
        await app.SlotAsync(venue, inDays: 13, draft: true);
        await app.AddAsync(new OutgoingMail("confirmed", new(null, "a@example.org", "en"), new("Hello", "Hello", "<p>Hello</p>"), TestClock.Start));
        app.Clock.Now = TestClock.Start.AddDays(2); // the night of tomorrow went by without a booking
        var admin = await app.SignInAsync(await app.PersonAsync(Roles.Admin));

        var page = await admin.OpenAsync("/admin");

        Assert.Equal("1", Number(page, "people", "Artists"));
        Assert.Equal("1", Number(page, "people", "Admins"));
        Assert.Equal("1", Number(page, "profiles", "Venues"));
        Assert.Equal(("1", "1", "1", "1"), (Number(page, "slots", "draft"), Number(page, "slots", "open"), Number(page, "slots", "booked"), Number(page, "slots", "lapsed")));
        Assert.Equal("1", Number(page, "bookings", "confirmed"));
        Assert.NotEqual("0", Number(page, "mails", "Waiting"));
        Assert.NotNull(page.Document.QuerySelector("a[href='/admin/audit']"));
    }

    private static string Number(PageView page, string section, string label) => page.Document
        .QuerySelectorAll($"section[aria-labelledby={section}] dt").Single(dt => dt.TextContent.Trim().Equals(label, StringComparison.OrdinalIgnoreCase))
        .NextElementSibling!.TextContent.Trim();
}
