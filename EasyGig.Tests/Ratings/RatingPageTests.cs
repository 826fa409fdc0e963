using System.Net;
using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Tests.Bookings;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Ratings;

public sealed class RatingPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R20_each_side_rates_the_other_once_after_the_show_and_the_other_is_told()
    {
        var night = await BookedNight.PlayedAsync(app);
        var venue = await app.SignInAsync(night.Director);
        var form = await venue.OpenAsync($"/bookings/{night.Booking}");
        var done = await venue.SubmitAsync(form, "Rate Zenith Trio", ("Input.Stars", "4"), ("Input.Text", "On time,\nand kind."));

        Assert.Contains("Your rating is on the public page of Zenith Trio.", done.Text, StringComparison.Ordinal);
        Assert.False(done.Has("Rate Zenith Trio"));
        Assert.Contains("Dora Conti (Blue Cellar) rated the evening.", done.Text, StringComparison.Ordinal);
        var again = await venue.SubmitAsync(form, "Rate Zenith Trio", ("Input.Stars", "1"));
        Assert.Contains("Your side has already rated this evening", again.Document.QuerySelector(".validation-summary")!.TextContent, StringComparison.Ordinal);

        var told = await app.WithDbAsync(db => db.Mails.SingleAsync(m => m.BookingId == night.Booking && m.Kind == "rated"));
        Assert.Equal((night.Player.Email, true), (told.Address, told.Text.Contains("4/5\nOn time,\nand kind.", StringComparison.Ordinal)));
        Assert.Equal(night.Player.Id, await app.WithDbAsync(db => db.Notices.Where(n => n.Fact == FactKind.Rated && n.Link == $"/bookings/{night.Booking}").Select(n => n.PersonId).SingleAsync()));

        var artist = await app.SignInAsync(night.Player);
        var theirs = await artist.OpenAsync($"/bookings/{night.Booking}");
        Assert.Contains("4 of 5 stars Blue Cellar about Zenith Trio", theirs.Text, StringComparison.Ordinal);
        await artist.SubmitAsync(theirs, "Rate Blue Cellar", ("Input.Stars", "5"));
        Assert.Equal(["artist 5", "venue 4"], await app.WithDbAsync(async db => (await db.Ratings.Where(r => r.BookingId == night.Booking).ToListAsync()).Select(r => $"{Word.Of(r.Side)} {r.Stars}").Order()));
    }

    [Theory, InlineData(BookingState.Confirmed), InlineData(BookingState.NoShow), InlineData(BookingState.Cancelled)]
    public async Task R20_nobody_rates_what_was_not_played(BookingState state)
    {
        var night = await BookedNight.ConfirmedAsync(app);
        await night.BecomeAsync(app, state);
        var artist = await app.SignInAsync(night.Player);
        var page = await artist.OpenAsync($"/bookings/{night.Booking}/rating");
        Assert.Contains("once the evening has been played", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("rating", (await artist.OpenAsync($"/bookings/{night.Booking}")).Document.QuerySelectorAll("main h2").Select(title => title.Id));
        var tried = await artist.PostAsync(await artist.OpenAsync("/notices"), $"/bookings/{night.Booking}/rating", ("Input.Side", "Artist"), ("Input.Stars", "5"));
        Assert.Contains("once the evening has been played", tried.Document.QuerySelector(".validation-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDbAsync(db => db.Ratings.CountAsync(r => r.BookingId == night.Booking)));
    }

    [Fact]
    public async Task R20_nobody_rates_for_a_side_that_is_not_theirs()
    {
        var night = await BookedNight.PlayedAsync(app);
        foreach (var (person, side) in new[] { (night.Player, "Venue"), (night.Director, "Artist"), (night.Promoter, "Venue"), (night.Promoter, "Artist"), (await app.PersonAsync(Roles.Artist), "Artist") })
        {
            var visitor = await app.SignInAsync(person);
            var tried = await visitor.PostAsync(await visitor.OpenAsync("/notices"), $"/bookings/{night.Booking}/rating", ("Input.Side", side), ("Input.Stars", "1"));
            Assert.Equal(HttpStatusCode.NotFound, tried.Status);
        }
        var promoter = await app.SignInAsync(night.Promoter);
        var refused = await promoter.PostAsync(await promoter.OpenAsync("/notices"), $"/bookings/{night.Booking}/rating", ("Input.Side", "Promoter"), ("Input.Stars", "1"));
        Assert.Contains("Only the artist and the venue rate each other.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDbAsync(db => db.Ratings.CountAsync(r => r.BookingId == night.Booking)));
    }

    [Theory, InlineData("0"), InlineData("6"), InlineData("many"), InlineData("")]
    public async Task R20_what_is_no_rating_is_said_beside_the_stars_and_the_text_is_kept(string stars)
    {
        var night = await BookedNight.PlayedAsync(app);
        var artist = await app.SignInAsync(night.Player);
        var refused = await artist.PostAsync(await artist.OpenAsync("/notices"), $"/bookings/{night.Booking}/rating", ("Input.Side", "Artist"), ("Input.Stars", stars), ("Input.Text", "Lovely room."));
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Equal(stars is "many" ? "“Stars” cannot be read like this." : "Choose one to five stars.", refused.ErrorOf("Input.Stars"));
        Assert.Equal("Lovely room.", refused.Document.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task R20_who_belongs_to_both_sides_rates_once_for_each()
    {
        var night = await BookedNight.PlayedAsync(app);
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO venue_directors VALUES ({night.Venue.Id}, {night.Player.Id})"));
        var both = await app.SignInAsync(night.Player);
        var first = await both.SubmitAsync(await both.OpenAsync($"/bookings/{night.Booking}"), "Rate Blue Cellar", ("Input.Stars", "5"));
        var second = await both.SubmitAsync(first, "Rate Zenith Trio", ("Input.Stars", "4"));
        Assert.Equal((false, false), (second.Has("Rate Blue Cellar"), second.Has("Rate Zenith Trio")));
        Assert.Equal(2, await app.WithDbAsync(db => db.Ratings.CountAsync(r => r.BookingId == night.Booking)));
    }

    [Fact]
    public async Task R20_public_pages_show_mean_count_and_the_latest_words_and_nothing_where_nobody_rated()
    {
        var night = await BookedNight.PlayedAsync(app);
        var visitor = app.Open();
        foreach (var path in (string[])[$"/artists/{night.Artist.Slug}", $"/venues/{night.Venue.Slug}"])
            Assert.Null((await visitor.OpenAsync(path)).Document.QuerySelector("#ratings"));

        await night.RateAsync(app, Party.Venue, 4, "On time.");
        await night.RateAsync(app, Party.Artist, 5, "");
        var (second, _, _) = await app.BookingAsync(night.Venue, night.Artist, 50);
        await (night with { Booking = second }).BecomeAsync(app, BookingState.Confirmed);
        await (night with { Booking = second }).BecomeAsync(app, BookingState.Played);
        await (night with { Booking = second }).RateAsync(app, Party.Venue, 5, "<b>Loud</b>");

        var artist = await visitor.OpenAsync($"/artists/{night.Artist.Slug}");
        Assert.Contains("4.5 of 5 · 2 ratings", artist.Text, StringComparison.Ordinal);
        Assert.Contains("<b>Loud</b> Blue Cellar, Wed 3 Feb 2027", artist.Text, StringComparison.Ordinal);
        Assert.Contains("On time. Blue Cellar, Wed 3 Feb 2027", artist.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dora Conti", artist.Text, StringComparison.Ordinal);
        var venue = await visitor.OpenAsync($"/venues/{night.Venue.Slug}");
        Assert.Contains("5.0 of 5 · one rating", venue.Text, StringComparison.Ordinal);
        Assert.Empty(venue.Document.QuerySelectorAll("#ratings ~ ul .stars"));
    }

    [Fact]
    public async Task R20_who_applies_and_who_is_applied_to_read_what_others_think_of_the_other_and_R12_fit_counts_it()
    {
        var night = await BookedNight.PlayedAsync(app);
        await night.RateAsync(app, Party.Venue, 5, "");
        await night.RateAsync(app, Party.Artist, 4, "");
        var slot = await app.SlotAsync(night.Venue, 60);
        var application = await app.ApplicationAsync(slot, night.Artist);

        Assert.Contains("Rated by artists 4.0 of 5 · one rating", (await app.Open().OpenAsync($"/slots/{slot.Id}")).Text, StringComparison.Ordinal);
        var applicant = await (await app.SignInAsync(night.Director)).OpenAsync($"/director/applications/{application.Id}");
        Assert.Contains("Rated by venues 5.0 of 5 · one rating", applicant.Text, StringComparison.Ordinal);
        Assert.Contains("10/15 5.0 in one rating", applicant.Text, StringComparison.Ordinal); // 3.75: one five is drawn to 3.5, as if that had been given five times
        Assert.Contains("10/15 5.0 in one rating", (await (await app.SignInAsync(night.Player)).OpenAsync("/slots?sort=fit")).Text, StringComparison.Ordinal);
    }
}
