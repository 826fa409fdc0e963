using System.Net;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Messages;
using EasyGig.Tests.Bookings;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Messages;

public sealed class MessagePageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const string Words = "When may we load in?\nThe van is 2.60 m high <really>.";

    [Fact]
    public async Task R21_the_sides_write_to_each_other_as_soon_as_the_booking_is_made()
    {
        var night = await BookedNight.PendingAsync(app);
        var artist = await app.SignInAsync(night.Player);
        var empty = await artist.OpenAsync($"/bookings/{night.Booking}/messages");
        Assert.Contains("Nobody has written yet.", empty.Text, StringComparison.Ordinal);
        Assert.Contains("It goes to Blue Cellar, Night Shift. You can write until Mon 5 Apr 2027.", empty.Text, StringComparison.Ordinal);

        var sent = await artist.SubmitAsync(empty, "Send the message", ("Input.Text", Words));
        Assert.Contains("Your message is sent.", sent.Text, StringComparison.Ordinal);
        app.Clock.Now += TimeSpan.FromMinutes(5);
        var venue = await app.SignInAsync(night.Director);
        await venue.SubmitAsync(await venue.OpenAsync($"/bookings/{night.Booking}/messages"), "Send the message", ("Input.Text", "At five."));

        var read = await (await app.SignInAsync(night.Promoter)).OpenAsync($"/bookings/{night.Booking}/messages");
        Assert.Equal([Words, "At five."], read.Document.QuerySelectorAll(".thread .prose").Select(text => text.TextContent));
        Assert.Equal(["Zenith Trio", "Blue Cellar"], read.Document.QuerySelectorAll(".thread strong").Select(who => who.TextContent));
    }

    [Fact]
    public async Task R21_a_message_goes_to_the_other_sides_by_mail_and_bell_and_its_words_into_no_trail()
    {
        var night = await BookedNight.PendingAsync(app);
        var artist = await app.SignInAsync(night.Player);
        await artist.SubmitAsync(await artist.OpenAsync($"/bookings/{night.Booking}/messages"), "Send the message", ("Input.Text", Words));

        var mails = await app.WithDbAsync(db => db.Mails.AsNoTracking().Where(m => m.BookingId == night.Booking && m.Kind == "message_sent").ToListAsync());
        Assert.Equal(new[] { night.Director.Email!, night.Promoter.Email! }.Order(), mails.Select(mail => mail.Address).Order());
        Assert.All(mails, mail => Assert.Contains(Words, mail.Text, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains("load in?<br>The van is 2.60 m high &lt;really&gt;.", mail.Html, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.StartsWith("Message from Zenith Trio", mail.Subject, StringComparison.Ordinal));

        var notice = await app.WithDbAsync(db => db.Notices.SingleAsync(n => n.PersonId == night.Director.Id && n.Fact == FactKind.MessageSent));
        Assert.Equal($"/bookings/{night.Booking}/messages", notice.Link);
        var trail = await app.WithDbAsync(db => db.Audit.SingleAsync(e => e.BookingId == night.Booking && e.Fact == FactKind.MessageSent));
        Assert.Equal((night.Player.Id, null), (trail.PersonId!.Value, trail.Reason));
        var booking = await artist.OpenAsync($"/bookings/{night.Booking}");
        Assert.DoesNotContain("load in", booking.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("“Message” to", booking.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R21_who_belongs_to_two_sides_is_not_told_what_they_wrote()
    {
        var night = await BookedNight.PendingAsync(app);
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO venue_directors VALUES ({night.Venue.Id}, {night.Promoter.Id})"));
        var house = await app.SignInAsync(night.Promoter);
        await house.SubmitAsync(await house.OpenAsync($"/bookings/{night.Booking}/messages"), "Send the message", ("Input.Text", "Welcome."));
        Assert.Equal([night.Player.Email!], await app.WithDbAsync(db => db.Mails.Where(m => m.BookingId == night.Booking && m.Kind == "message_sent").Select(m => m.Address).ToListAsync()));
    }

    [Fact]
    public async Task R21_who_plays_and_directs_speaks_for_the_venue_as_they_act_for_it()
    {
        var night = await BookedNight.PendingAsync(app);
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO venue_directors VALUES ({night.Venue.Id}, {night.Player.Id})"));
        var both = await app.SignInAsync(night.Player);
        await both.SubmitAsync(await both.OpenAsync($"/bookings/{night.Booking}/messages"), "Send the message", ("Input.Text", "Welcome."));
        Assert.Equal(Party.Venue, await app.WithDbAsync(db => db.Messages.Where(m => m.BookingId == night.Booking).Select(m => m.Side).SingleAsync()));
    }

    [Fact]
    public async Task R21_messages_end_30_days_after_the_show()
    {
        var night = await BookedNight.ConfirmedAsync(app);
        try
        {
            app.Clock.Now = night.Time.End + TimeSpan.FromDays(30);
            var artist = await app.SignInAsync(night.Player);
            var open = await artist.OpenAsync($"/bookings/{night.Booking}/messages");
            await artist.SubmitAsync(open, "Send the message", ("Input.Text", "Thank you all."));

            app.Clock.Now += TimeSpan.FromSeconds(1);
            var late = await artist.SubmitAsync(open, "Send the message", ("Input.Text", "One more thing."));
            Assert.Contains("it ended 30 days after the show", late.Document.QuerySelector(".validation-summary")!.TextContent, StringComparison.Ordinal);
            var closed = await artist.OpenAsync($"/bookings/{night.Booking}/messages");
            Assert.False(closed.Has("Send the message"));
            Assert.Equal(["Thank you all."], closed.Document.QuerySelectorAll(".thread .prose").Select(text => text.TextContent));
        }
        finally
        {
            app.Clock.Now = TestClock.Start;
        }
    }

    [Theory, InlineData(BookingState.Rejected), InlineData(BookingState.Cancelled)]
    public async Task R21_of_a_booking_that_fell_the_messages_stay_and_none_is_added(BookingState state)
    {
        var night = await BookedNight.PendingAsync(app);
        var artist = await app.SignInAsync(night.Player);
        var open = await artist.SubmitAsync(await artist.OpenAsync($"/bookings/{night.Booking}/messages"), "Send the message", ("Input.Text", "Hello."));
        await night.BecomeAsync(app, state);

        var late = await artist.SubmitAsync(open, "Send the message", ("Input.Text", "Why?"));

        Assert.Equal((HttpStatusCode.OK, false), (late.Status, late.Has("Send the message")));
        Assert.Contains("The booking fell, so nobody can write here any more.", late.Text, StringComparison.Ordinal);
        Assert.Equal(["Hello."], late.Document.QuerySelectorAll(".thread .prose").Select(text => text.TextContent));
    }

    [Fact]
    public async Task R3_who_writes_is_named_only_once_the_booking_is_confirmed()
    {
        foreach (var (night, seen) in new[] { (await BookedNight.PendingAsync(app), "Blue Cellar"), (await BookedNight.ConfirmedAsync(app, 31), "Dora Conti (Blue Cellar)") })
        {
            var venue = await app.SignInAsync(night.Director);
            var own = await venue.SubmitAsync(await venue.OpenAsync($"/bookings/{night.Booking}/messages"), "Send the message", ("Input.Text", "Hello."));
            var artist = await (await app.SignInAsync(night.Player)).OpenAsync($"/bookings/{night.Booking}/messages");
            Assert.Equal((seen, "Dora Conti (Blue Cellar)"), (artist.Document.QuerySelector(".thread strong")!.TextContent, own.Document.QuerySelector(".thread strong")!.TextContent));
            Assert.DoesNotContain(night.Director.Email!, artist.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task R21_the_tab_counts_what_the_reader_has_not_read()
    {
        var night = await BookedNight.ConfirmedAsync(app);
        var (artist, venue) = (await app.SignInAsync(night.Player), await app.SignInAsync(night.Director));
        foreach (var text in (string[])["One.", "Two."])
            await venue.SubmitAsync(await venue.OpenAsync($"/bookings/{night.Booking}/messages"), "Send the message", ("Input.Text", text));

        Assert.Equal("2 unread", Count(await artist.OpenAsync($"/bookings/{night.Booking}")));
        Assert.Equal("", Count(await artist.OpenAsync($"/bookings/{night.Booking}/messages")));
        Assert.Equal("", Count(await artist.OpenAsync($"/bookings/{night.Booking}")));
        Assert.Equal("", Count(await venue.OpenAsync($"/bookings/{night.Booking}")));

        static string Count(PageView page) => page.Document.QuerySelector(".page-tabs .count")?.TextContent.Trim() ?? "";
    }

    [Fact]
    public async Task R21_a_message_says_something_and_not_too_much()
    {
        var night = await BookedNight.ConfirmedAsync(app);
        var artist = await app.SignInAsync(night.Player);
        var form = await artist.OpenAsync($"/bookings/{night.Booking}/messages");
        Assert.NotEmpty((await artist.SubmitAsync(form, "Send the message", ("Input.Text", " \n "))).ErrorOf("Input.Text"));
        var much = new string('a', 2001);
        var refused = await artist.SubmitAsync(form, "Send the message", ("Input.Text", much));
        Assert.NotEmpty(refused.ErrorOf("Input.Text"));
        Assert.Equal(much, refused.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(0, await app.WithDbAsync(db => db.Messages.CountAsync(m => m.BookingId == night.Booking)));
    }

    [Fact]
    public async Task R21_long_threads_are_read_page_by_page_the_newest_first()
    {
        var night = await BookedNight.ConfirmedAsync(app);
        await app.WithDbAsync(async db =>
        {
            var booking = await db.Bookings.SingleAsync(b => b.Id == night.Booking);
            for (var i = 0; i < 45; i++) db.Add(Message.Send(booking, Party.Venue, night.Director.Id, $"Message {i}", TestClock.Start.AddMinutes(i)).Message!);
            return await db.SaveChangesAsync();
        });
        var texts = await (await app.SignInAsync(night.Player)).WalkAsync($"/bookings/{night.Booking}/messages", ".thread .prose");
        Assert.Equal(Enumerable.Range(0, 45).Select(i => $"Message {i}").Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
        Assert.Equal("Message 44", texts[19]); // the newest page, oldest first
    }

    [Fact]
    public async Task R21_strangers_neither_read_nor_write()
    {
        var night = await BookedNight.ConfirmedAsync(app);
        var stranger = await app.SignInAsync(await app.PersonAsync(Roles.Promoter));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/bookings/{night.Booking}/messages")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(await stranger.OpenAsync("/notices"), $"/bookings/{night.Booking}/messages", ("Input.Text", "Hello."))).Status);
        Assert.Equal(0, await app.WithDbAsync(db => db.Messages.CountAsync(m => m.BookingId == night.Booking)));
    }
}
