using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Clockwork;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Invitations;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Bookings;
using EasyGig.Tests.Races;
using EasyGig.Web.Clockwork;
using EasyGig.Web.Identity;
using EasyGig.Web.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Clockwork;

/// <summary>What has a deadline comes by itself, once, whoever looks and however late.</summary>
public sealed class ClockworkTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public ClockworkTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R13_an_unanswered_application_is_brought_to_mind_on_days_3_and_4_and_ends_on_day_5()
    {
        var (director, venue) = await _app.VenueAsync();
        var (person, artist) = await _app.ArtistAsync();
        var application = await _app.ApplicationAsync(await _app.SlotAsync(venue), artist);
        Task<List<string>> ToldAsync(string kind) => _app.WithDbAsync(db => db.Mails.Where(m => m.SlotId == application.SlotId && m.Kind == kind).Select(m => m.Address).ToListAsync(Ct));

        foreach (var (days, reminders, state) in ((double, int, ApplicationState)[])[(2.9, 0, ApplicationState.Submitted), (3, 1, ApplicationState.Submitted), (3.9, 1, ApplicationState.Submitted), (4, 2, ApplicationState.Submitted), (4.9, 2, ApplicationState.Submitted), (5, 2, ApplicationState.Expired), (9, 2, ApplicationState.Expired)])
        {
            await _app.WindAsync(TestClock.Start.AddDays(days));
            Assert.Equal(state, (await StoredAsync(application)).State);
            Assert.Equal(Enumerable.Repeat(director.Email!, reminders), await ToldAsync("reminded"));
        }

        Assert.Equal([person.Email!], await ToldAsync("expired"));
        var page = await (await _app.SignInAsync(person)).OpenAsync($"/artist/applications/{application.Id}");
        Assert.Contains("Nobody answered Zenith Trio in time: the application expired.", page.Text, StringComparison.Ordinal);
        Assert.Contains("EasyGig reminded the venue", page.Text, StringComparison.Ordinal);
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R13_an_application_ends_24_hours_before_the_show_at_the_latest_and_follows_a_slot_that_moves()
    {
        var (director, venue) = await _app.VenueAsync();
        var slot = await _app.SlotAsync(venue, inDays: 4);
        var application = await _app.ApplicationAsync(slot, (await _app.ArtistAsync()).Artist);
        Assert.Equal(slot.Time.Start.AddHours(-24), application.ExpiresAt);
        var browser = await _app.SignInAsync(director);

        await browser.SubmitAsync(await browser.OpenAsync($"/director/slots/{slot.Id}/edit"), "Save", ("Input.Date", "2027-02-27"));

        Assert.Equal(TestClock.Start.AddDays(5), (await StoredAsync(application)).ExpiresAt);
        await _app.WindAsync(slot.Time.Start);
        Assert.Equal(ApplicationState.Submitted, (await StoredAsync(application)).State);
        await _app.WindAsync(TestClock.Start.AddDays(5));
        Assert.Equal(ApplicationState.Expired, (await StoredAsync(application)).State);
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R13_what_was_answered_does_not_end_before_its_slot_lapses()
    {
        var (_, venue) = await _app.VenueAsync();
        var slot = await _app.SlotAsync(venue, inDays: 20);
        var (shortlisted, offered, invited) = (await _app.ApplicationAsync(slot, (await _app.ArtistAsync()).Artist), await _app.ApplicationAsync(slot, (await _app.ArtistAsync()).Artist), (await _app.ArtistAsync()).Artist);
        await _app.WithDbAsync(async db =>
        {
            (await db.Applications.SingleAsync(a => a.Id == shortlisted.Id, Ct)).Shortlist();
            return await db.TrySaveAsync(Ct);
        });
        _app.Clock.Now = slot.Time.Start.AddHours(-4); // so late that the start is its end, too
        Assert.Null(await _app.OfferAsync(offered, 450));
        _app.Clock.Now = TestClock.Start;
        await using (var scope = _app.Services.CreateAsyncScope())
            Assert.Null(await scope.ServiceProvider.GetRequiredService<InvitationDesk>().SendAsync(slot.Id, invited.Slug, "Come.", Ct));

        await _app.WindAsync(slot.Time.Start.AddSeconds(-1));
        Assert.Equal((ApplicationState.Shortlisted, ApplicationState.Offered), ((await StoredAsync(shortlisted)).State, (await StoredAsync(offered)).State));
        await _app.WindAsync(slot.Time.Start);

        Assert.Equal((ApplicationState.Expired, ApplicationState.Expired), ((await StoredAsync(shortlisted)).State, (await StoredAsync(offered)).State));
        Assert.Null((await StoredAsync(offered)).Standing);
        Assert.Equal(["passed_by", "passed_by"], await _app.WithDbAsync(db => db.Mails.Where(m => m.SlotId == slot.Id && (m.Kind == "passed_by" || m.Kind == "expired")).Select(m => m.Kind).ToListAsync(Ct))); // nobody kept silent
        Assert.Equal((SlotState.Lapsed, InvitationState.Expired), await _app.WithDbAsync(async db =>
            ((await db.Slots.SingleAsync(s => s.Id == slot.Id, Ct)).State, (await db.Invitations.SingleAsync(i => i.SlotId == slot.Id, Ct)).State)));
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R16_director_and_promoter_are_told_when_the_time_for_the_review_is_over()
    {
        var house = await Booked.OfAsync(_app, reviewed: true);

        await _app.WindAsync(TestClock.Start.AddDays(3).AddSeconds(-1));
        Assert.Empty(await house.ToldAsync("review_overdue"));
        await _app.WindAsync(TestClock.Start.AddDays(3));
        await _app.WindAsync(TestClock.Start.AddDays(4));

        Assert.Equal(Booked.Addresses(house.Director, house.Promoter), await house.ToldAsync("review_overdue"));
    }

    [Fact]
    public async Task R13_a_clock_that_stood_still_for_months_brings_everything_once_when_it_goes_on()
    {
        var (played, waiting) = (await Booked.OfAsync(_app), await Booked.OfAsync(_app, reviewed: true));
        var (_, venue) = await _app.VenueAsync();
        var unanswered = await _app.ApplicationAsync(await _app.SlotAsync(venue), (await _app.ArtistAsync()).Artist);

        await _app.WindAsync(TestClock.Start.AddDays(200));
        await _app.WindAsync(TestClock.Start.AddDays(400));

        FactKind[] kinds = [FactKind.Played, FactKind.ReviewLapsed, FactKind.Expired, FactKind.SlotLapsed, FactKind.SlotLapsed];
        Guid[] slots = [played.Slot.Id, waiting.Slot.Id, unanswered.SlotId];
        var came = await _app.WithDbAsync(db => db.Audit.Where(e => slots.Contains(e.SlotId!.Value) && kinds.Contains(e.Fact)).Select(e => e.Fact).ToListAsync(Ct));
        Assert.Equal(kinds.Order(), came.Order());
        Assert.Equal((BookingState.Played, BookingState.Rejected, ApplicationState.Expired), ((await played.StoredAsync()).State, (await waiting.StoredAsync()).State, (await StoredAsync(unanswered)).State));
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R7_several_nodes_bring_each_deadline_about_once()
    {
        Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program>[] nodes = [_app, _app.AddNode(), _app.AddNode()];
        var (_, venue) = await _app.VenueAsync();
        for (var round = 0; round < Race.Rounds(2); round++)
        {
            List<Guid> applications = [];
            var slot = await _app.SlotAsync(venue, inDays: 100 + round);
            for (var number = 0; number < 30; number++) applications.Add((await _app.ApplicationAsync(slot, (await _app.ArtistAsync()).Artist)).Id);
            _app.Clock.Now = TestClock.Start.AddDays(5);

            await Race.AtOnceAsync(nodes.Concat(nodes).Select(node => (Func<Task<bool>>)(async () =>
            {
                await _app.TickAsync(node);
                return true;
            })));

            Assert.Equal(30, await _app.WithDbAsync(db => db.Audit.CountAsync(e => e.Fact == FactKind.Expired && applications.Contains(e.ApplicationId!.Value), Ct)));
            Assert.Equal(30, await _app.WithDbAsync(db => db.Deadlines.CountAsync(d => d.Kind == DeadlineKind.ApplicationExpiry && d.RanAt != null && applications.Contains(d.Subject), Ct)));
            _app.Clock.Now = TestClock.Start;
        }
    }

    [Fact]
    public async Task R13_an_answer_at_the_very_end_is_in_time_or_refused_and_never_half()
    {
        var (director, venue) = await _app.VenueAsync();
        var browser = await _app.SignInAsync(director);
        for (var round = 0; round < Race.Rounds(2); round++)
        {
            _app.Clock.Now = TestClock.Start;
            var application = await _app.ApplicationAsync(await _app.SlotAsync(venue, inDays: 60 + round), (await _app.ArtistAsync()).Artist);
            var page = await browser.OpenAsync($"/director/applications/{application.Id}");
            _app.Clock.Now = application.ExpiresAt;

            await Race.AtOnceAsync<bool>([async () => { await _app.TickAsync(); return true; }, async () => { await browser.SubmitAsync(page, "Shortlist"); return true; }]);

            var facts = await _app.WithDbAsync(db => db.Audit.Where(e => e.ApplicationId == application.Id && (e.Fact == FactKind.Expired || e.Fact == FactKind.Shortlisted)).Select(e => e.Fact).ToListAsync(Ct));
            Assert.Equal((await StoredAsync(application)).State is ApplicationState.Expired ? FactKind.Expired : FactKind.Shortlisted, Assert.Single(facts));
        }
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R13_what_cannot_take_effect_is_tried_again_with_a_rest_and_an_admin_sees_why()
    {
        var (_, venue) = await _app.VenueAsync();
        var application = await _app.ApplicationAsync(await _app.SlotAsync(venue), (await _app.ArtistAsync()).Artist);
        await ExecuteAsync("CREATE FUNCTION stumble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$; CREATE TRIGGER stumble BEFORE UPDATE ON applications FOR EACH ROW WHEN (NEW.state = 'expired') EXECUTE FUNCTION stumble()");
        await _app.WindAsync(TestClock.Start.AddDays(5));
        await _app.WindAsync(TestClock.Start.AddDays(5).AddMinutes(1));
        Deadline failing = await _app.WithDbAsync(db => db.Deadlines.SingleAsync(d => d.Subject == application.Id && d.Kind == DeadlineKind.ApplicationExpiry, Ct));
        Assert.Equal((2, null, TestClock.Start.AddDays(5).AddMinutes(6)), (failing.Attempts, failing.RanAt, failing.NextAt));
        Assert.Equal(ApplicationState.Submitted, (await StoredAsync(application)).State);
        var admin = await _app.SignInAsync(await _app.PersonAsync(Roles.Admin));
        Assert.Contains("ran into trouble", (await admin.OpenAsync("/admin")).Text, StringComparison.Ordinal);
        var page = await admin.OpenAsync("/admin/clockwork");
        Assert.Contains("the disk is full", page.Text, StringComparison.Ordinal);
        await ExecuteAsync("DROP TRIGGER stumble ON applications; DROP FUNCTION stumble()");
        Assert.Contains("It is tried again now.", (await admin.SubmitAsync(page, "Try again: End of an unanswered application")).Text, StringComparison.Ordinal);
        await _app.TickAsync();
        Assert.Equal(ApplicationState.Expired, (await StoredAsync(application)).State);
        await _app.AssertWoundAsync();
    }

    private Task<Application> StoredAsync(Application application) => _app.WithDbAsync(db => db.Applications.AsNoTracking().SingleAsync(a => a.Id == application.Id, Ct));

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _app.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
