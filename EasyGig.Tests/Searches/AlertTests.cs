using EasyGig.Domain.Searches;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Bookings;
using EasyGig.Tests.Clockwork;
using EasyGig.Tests.Slots;
using EasyGig.Tests.Strikes;
using EasyGig.Web.Searches;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Searches;

/// <summary>R8 and R38: who saved a search is told of what is new, once, and when they want it.</summary>
public sealed class AlertTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public AlertTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R38_who_wants_to_know_at_once_is_told_of_a_slot_once_in_their_language()
    {
        var (_, venue) = await _app.VenueAsync();
        var (person, search) = await _app.SearcherAsync(60, person: (await _app.ArtistAsync(person: await _app.PersonAsync("Artist", "Anna Verdi", "it"))).Person, name: "Rock in città");
        var (silent, other) = (await _app.SearcherAsync(60, SearchAlert.None), await _app.SearcherAsync(60, more: "genre=jazz&minFee=501"));
        var (slot, late) = (await _app.SlotAsync(venue, 60, draft: true), await _app.SlotAsync(venue, 61, draft: true));
        await _app.PublishAsync(slot, late);
        await _app.WindAsync(TestClock.Start.AddSeconds(10));
        await _app.WindAsync(TestClock.Start.AddDays(1));

        var mail = Assert.Single(await _app.AlertsAsync(person));
        Assert.Equal(("Un nuovo slot per “Rock in città”", "it"), (mail.Subject, mail.Culture));
        foreach (var line in (string[])["dom 4 apr 2027, 22:00–01:00: Blue Cellar, Bologna (BO)\n", "\n300 €–500 €\n"]) Assert.True(mail.Text.Contains(line, StringComparison.Ordinal), mail.Text);
        Assert.Equal([slot.Id], mail.Slots());
        Assert.Contains("/slots?genre=rock&from=2027-04-04&to=2027-04-04\n", mail.Text, StringComparison.Ordinal);
        foreach (var (who, _) in ((Web.Identity.Person, Guid)[])[silent, other]) Assert.Empty(await _app.AlertsAsync(who));
        var notice = await _app.WithDbAsync(db => db.Notices.SingleAsync(n => n.PersonId == person.Id, Ct));
        Assert.Equal((mail.Subject, $"/slots/{slot.Id}"), (notice.Text, notice.Link));

        await _app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO fresh_slots VALUES ({slot.Id}, {_app.Clock.Now})", Ct)); // as if it had been opened again
        await _app.WindAsync(TestClock.Start.AddDays(2));
        Assert.Single(await _app.AlertsAsync(person));
        Assert.Null((await _app.StoredAsync(search)).DueAt);
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R38_a_series_is_one_mail_and_lists_twenty()
    {
        var (director, _) = await _app.VenueAsync();
        var (person, _) = await _app.SearcherAsync(70, days: 60);
        var browser = await _app.SignInAsync(director);
        var page = await browser.NewSlotAsync("Publish", SlotForm.Night("2027-04-16", "18:00", "23:30", ("Series.Parts", "3"), ("Series.Until", "2027-05-28")));
        Assert.Contains("21 slots are published.", page.Text, StringComparison.Ordinal);
        await _app.WindAsync(TestClock.Start.AddSeconds(10));

        var mail = Assert.Single(await _app.AlertsAsync(person));
        Assert.Equal(("21 new slots for “Rock nearby”", SearchLetters.Most), (mail.Subject, mail.Slots().Count));
        Assert.Contains("Here are the first 20; the search shows the others.", mail.Text, StringComparison.Ordinal);
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R38_who_keeps_several_searches_gets_one_mail_with_each_slot_once()
    {
        var (_, venue) = await _app.VenueAsync();
        var (person, _) = await _app.SearcherAsync(140);
        await _app.SearcherAsync(140, person: person, more: "city=Bologna", name: "Home");
        await _app.SearcherAsync(140, person: person, more: "minFee=9000", name: "Riches");
        await _app.SearcherAsync(140, SearchAlert.Daily, person, "country=IT", "Italy");
        await _app.PublishAsync(await _app.SlotAsync(venue, 140, draft: true));

        await _app.WindAsync(TestClock.Start.AddSeconds(10));
        var mail = Assert.Single(await _app.AlertsAsync(person));
        Assert.Equal(("A new slot for “Home”, “Rock nearby”", 1), (mail.Subject, mail.Slots().Count));
        await _app.WindAsync(TestClock.Start.Date.AddDays(1).AddHours(7)); // 08:00 in Bologna
        Assert.Equal("A new slot for “Italy”", (await _app.AlertsAsync(person))[^1].Subject);
    }

    [Fact]
    public async Task R38_who_wants_it_every_day_is_told_at_eight_in_the_morning_though_the_clocks_change()
    {
        var (_, venue) = await _app.VenueAsync();
        var (person, _) = await _app.SearcherAsync(150, SearchAlert.Daily, days: 3);
        DateTimeOffset saturday = new(2027, 3, 27, 20, 0, 0, TimeSpan.Zero), sunday = new(2027, 3, 28, 6, 0, 0, TimeSpan.Zero);
        Slot[] slots = [await _app.SlotAsync(venue, 150, draft: true), await _app.SlotAsync(venue, 151, draft: true)];

        _app.Clock.Now = saturday;
        await _app.PublishAsync(slots[0]);
        await _app.WindAsync(saturday.AddMinutes(1));
        await _app.PublishAsync(slots[1]);
        await _app.WindAsync(sunday.AddSeconds(-1));
        Assert.Empty(await _app.AlertsAsync(person));
        await _app.WindAsync(sunday);
        await _app.WindAsync(sunday.AddDays(1));

        Assert.Equal(slots.Select(slot => slot.Id), Assert.Single(await _app.AlertsAsync(person)).Slots());
        Assert.Equal(sunday, (await _app.AlertsAsync(person))[0].CreatedAt);
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R38_what_nobody_can_apply_to_any_more_when_the_mail_leaves_is_left_out()
    {
        var (venue, frozen) = ((await _app.VenueAsync()).Venue, (await _app.VenueAsync()).Venue);
        var ((person, _), nothing) = (await _app.SearcherAsync(160, SearchAlert.Daily, days: 5), await _app.SearcherAsync(161, SearchAlert.Daily, days: 3));
        var soon = await _app.SearcherAsync(2, SearchAlert.Daily);
        Slot[] slots = [await _app.SlotAsync(venue, 160, draft: true), await _app.SlotAsync(venue, 161, draft: true), await _app.SlotAsync(venue, 162, draft: true), await _app.SlotAsync(frozen, 163, draft: true), await _app.SlotAsync(venue, 2, draft: true)];
        await _app.PublishAsync(slots);
        await _app.WindAsync(TestClock.Start.AddSeconds(10));

        await _app.AcceptAsync(await _app.ApplicationAsync(await _app.WithDbAsync(db => db.Slots.AsNoTracking().SingleAsync(s => s.Id == slots[1].Id, Ct)), (await _app.ArtistAsync()).Artist));
        await _app.WithDbAsync(async db =>
        {
            Assert.Null((await db.Slots.SingleAsync(s => s.Id == slots[2].Id, Ct)).Cancel([], "Closed.", _app.Clock.Now));
            return await db.TrySaveAsync(Ct);
        });
        await _app.FrozenAsync(frozen);
        await _app.WindAsync(TestClock.Start.AddHours(30));

        Assert.Equal([slots[0].Id], Assert.Single(await _app.AlertsAsync(person)).Slots());
        Assert.Empty(await _app.AlertsAsync(nothing.Person));
        Assert.Empty(await _app.AlertsAsync(soon.Person));
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R38_a_slot_that_opens_again_is_new_to_whoever_was_not_told_of_it()
    {
        var booked = await Booked.OfAsync(_app, inDays: 170);
        var (person, _) = await _app.SearcherAsync(170);
        var artist = await _app.SignInAsync(booked.Artist);
        await artist.SubmitAsync(await artist.OpenAsync($"{booked.Page}/cancel"), "Cancel the booking", ("Input.Reason", "Ill."));
        await _app.WindAsync(TestClock.Start.AddSeconds(10));
        Assert.Equal([booked.Slot.Id], Assert.Single(await _app.AlertsAsync(person)).Slots());
    }

    [Fact]
    public async Task R38_a_slot_goes_down_its_waiting_list_before_others_are_told()
    {
        var booked = await Booked.OfAsync(_app, inDays: 180, rivals: 1);
        var (person, _) = await _app.SearcherAsync(180);
        var artist = await _app.SignInAsync(booked.Artist);
        await artist.SubmitAsync(await artist.OpenAsync($"{booked.Page}/cancel"), "Cancel the booking", ("Input.Reason", "Ill."));
        await _app.WindAsync(TestClock.Start.AddHours(47));
        Assert.Empty(await _app.AlertsAsync(person));
        await _app.WindAsync(TestClock.Start.AddHours(48).AddSeconds(10)); // whoever was asked kept silent, and nobody else waits
        await _app.WindAsync(TestClock.Start.AddHours(48).AddSeconds(20));
        Assert.Single(await _app.AlertsAsync(person));
    }

    [Fact]
    public async Task R38_who_directs_a_venue_is_not_told_of_its_slots()
    {
        var (director, venue) = await _app.VenueAsync();
        await _app.ArtistAsync(person: director);
        await _app.SearcherAsync(190, person: director);
        await _app.PublishAsync(await _app.SlotAsync(venue, 190, draft: true));
        await _app.WindAsync(TestClock.Start.AddSeconds(10));
        Assert.Empty(await _app.AlertsAsync(director));
    }

    [Fact]
    public async Task R38_what_waits_to_be_told_goes_with_the_search_and_with_the_choice()
    {
        var (_, venue) = await _app.VenueAsync();
        var ((deleting, gone), (changing, search)) = (await _app.SearcherAsync(200, SearchAlert.Daily), await _app.SearcherAsync(200, SearchAlert.Daily));
        await _app.PublishAsync(await _app.SlotAsync(venue, 200, draft: true));
        await _app.WindAsync(TestClock.Start.AddSeconds(10));

        foreach (var (person, button, alert) in ((Web.Identity.Person, string, string)[])[(deleting, "Delete the search: Rock nearby", ""), (changing, "Save: Rock nearby", "None")])
        {
            var browser = await _app.SignInAsync(person);
            await browser.SubmitAsync(await browser.OpenAsync("/artist/searches"), button, alert.Length > 0 ? [("Input.Alert", alert)] : []);
        }
        await _app.AssertWoundAsync();
        var again = await _app.SignInAsync(changing);
        await again.SubmitAsync(await again.OpenAsync("/artist/searches"), "Save: Rock nearby", ("Input.Alert", "AtOnce"));
        await _app.WindAsync(TestClock.Start.AddDays(2));

        Assert.Empty((await _app.AlertsAsync(deleting)).Concat(await _app.AlertsAsync(changing)));
        Assert.Equal(0, await _app.WithDbAsync(db => db.SearchFinds.CountAsync(f => f.SearchId == gone || f.SearchId == search, Ct)));
    }
}
