using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Clockwork;
using EasyGig.Web.Bookings;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Groups;

/// <summary>R23: what the venues answer to a group.</summary>
public sealed class GroupAnswerTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public GroupAnswerTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R23_nothing_is_reserved_before_the_last_yes_which_books_all()
    {
        var (reviewer, house) = await _app.OrganisationAsync("House");
        var scene = await Placed.OfAsync(_app, reviewed: house);
        var rival = await _app.ApplicationAsync(scene.Pairs[0].Slot, (await _app.ArtistAsync("Rival")).Artist);
        var (first, second) = (await _app.SignInAsync(scene.Pairs[0].Director), await _app.SignInAsync(scene.Pairs[1].Director));

        var page = await first.OpenAsync(await scene.DirectorsPageAsync(0));
        Assert.Contains("Part of a group by Placing Crew", page.Text, StringComparison.Ordinal);
        var yes = await first.OpenAsync(page.Document.QuerySelector("a[href$='/agree']")!.GetAttribute("href")!);
        Assert.Contains("it is booked when the others have said yes too: 0 of 2 have so far.", yes.Text, StringComparison.Ordinal);
        var said = await first.SubmitAsync(yes, "Say yes to Band 1");

        Assert.Contains("You said yes. It is booked when the others have said yes, too.", said.Text, StringComparison.Ordinal);
        Assert.Equal(0, await scene.BookingsAsync());
        Assert.Equal([SlotState.Open, SlotState.Open], await scene.SlotsAsync());
        Assert.Equal(ApplicationState.Submitted, await StateAsync(rival.Id));
        Assert.Equal([scene.Promoter.Email!], await scene.ToldAsync("group_agreed"));
        Assert.DoesNotContain("Band 1", (await first.OpenAsync("/director")).Document.QuerySelector("#waits")?.ParentElement?.TextContent ?? "", StringComparison.Ordinal);

        var last = await second.OpenAsync($"{await scene.DirectorsPageAsync(1)}/agree");
        Assert.Contains("yours is the last, and books all 2 at once.", last.Text, StringComparison.Ordinal);
        var done = await second.SubmitAsync(last, "Say yes to Band 2");

        Assert.Contains("Yours was the last yes: all are booked.", done.Text, StringComparison.Ordinal);
        Assert.StartsWith("/bookings/", done.Path, StringComparison.Ordinal);
        Assert.Equal((GroupState.Complete, 2), ((await scene.StoredAsync()).State, await scene.BookingsAsync()));
        Assert.Equal([SlotState.Booked, SlotState.Booked], await scene.SlotsAsync());
        var states = await _app.WithDbAsync(db => db.Bookings.Where(b => db.Applications.Any(a => a.Id == b.ApplicationId && a.GroupId == scene.Group)).OrderBy(b => b.Time.Start).Select(b => b.State).ToListAsync(Ct));
        Assert.Equal([BookingState.PendingReview, BookingState.Confirmed], states);
        Assert.Equal(ApplicationState.Waitlisted, await StateAsync(rival.Id));
        Assert.Equal([scene.Promoter.Email!], await scene.ToldAsync("group_completed"));
        Assert.Equal(Told(scene.Pairs[1].Artist, scene.Pairs[1].Director), await scene.ToldAsync("confirmed"));
        Assert.Equal([reviewer.Email!], await _app.WithDbAsync(db => db.Mails.Where(m => m.SlotId == scene.Pairs[0].Slot.Id && m.Kind == "accepted").Select(m => m.Address).ToListAsync(Ct)));
        Assert.Contains("every artist is booked", (await (await _app.SignInAsync(scene.Promoter)).OpenAsync(scene.Page)).Text, StringComparison.Ordinal);
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R23_a_yes_is_taken_back_until_the_last()
    {
        var scene = await Placed.OfAsync(_app);
        Assert.Null(await scene.AgreeAsync(0));
        var director = await _app.SignInAsync(scene.Pairs[0].Director);
        var back = await director.SubmitAsync(await director.OpenAsync(await scene.DirectorsPageAsync(0)), "Take your yes back");
        Assert.Contains("Your yes is taken back", back.Text, StringComparison.Ordinal);
        Assert.Equal([scene.Promoter.Email!], await scene.ToldAsync("group_unagreed"));
        Assert.Null(await scene.AgreeAsync(1));
        Assert.Equal((GroupState.Submitted, 0), ((await scene.StoredAsync()).State, await scene.BookingsAsync()));
        Assert.Null(await scene.AgreeAsync(0));
        Assert.Contains("waits for no answers any more", (await director.PostAsync(back, $"{await scene.DirectorsPageAsync(0)}?handler=Unagree")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await scene.BookingsAsync());
    }

    [Fact]
    public async Task R23_one_no_ends_the_whole_and_everybody_is_told()
    {
        var scene = await Placed.OfAsync(_app, count: 3);
        Assert.Null(await scene.AgreeAsync(1));
        var director = await _app.SignInAsync(scene.Pairs[0].Director);
        var page = await director.OpenAsync(await scene.DirectorsPageAsync(0));
        Assert.Contains("Your no ends the whole group.", page.Text, StringComparison.Ordinal);

        await director.SubmitAsync(page, "Decline", ("Input.Reason", "We look for a duo."));
        await _app.TickAsync();

        Assert.Equal((GroupState.Refused, GroupEnd.Declined, 1), ((await scene.StoredAsync()).State, (await scene.StoredAsync()).Ending, (await scene.StoredAsync()).BrokenPair));
        Assert.Equal([ApplicationState.Declined, ApplicationState.Withdrawn, ApplicationState.Withdrawn], await scene.StatesAsync());
        Assert.Equal(Told([.. scene.Pairs.Skip(1).SelectMany(pair => (Person[])[pair.Artist, pair.Director])]), await scene.ToldAsync("group_fell"));
        Assert.Equal([scene.Promoter.Email!], await scene.ToldAsync("group_refused"));
        var read = await (await _app.SignInAsync(scene.Promoter)).OpenAsync(scene.Page);
        Assert.Contains("Venue 1 said no to Band 1.", read.Text, StringComparison.Ordinal);
        Assert.Contains("We look for a duo.", read.Text, StringComparison.Ordinal);
        Assert.Equal(GroupRefusals.Over, await scene.AgreeAsync(2));
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R23_an_artist_reads_of_its_group_and_may_withdraw_which_ends_the_whole()
    {
        var scene = await Placed.OfAsync(_app);
        var artist = await _app.SignInAsync(scene.Pairs[0].Artist);
        var page = await artist.OpenAsync(await scene.ArtistsPageAsync(0));
        Assert.Contains("Part of a group by Placing Crew", page.Text, StringComparison.Ordinal);
        Assert.Contains("The group of Placing Crew falls with it: the other 1 applications end, too.", page.Text, StringComparison.Ordinal);
        Assert.Contains("put Band 1 forward in a group.", page.Text, StringComparison.Ordinal);

        await artist.SubmitAsync(page, "Withdraw the application");
        await _app.TickAsync();

        Assert.Equal((GroupState.Refused, GroupEnd.Withdrew), ((await scene.StoredAsync()).State, (await scene.StoredAsync()).Ending));
        Assert.Equal([ApplicationState.Withdrawn, ApplicationState.Withdrawn], await scene.StatesAsync());
    }

    [Fact]
    public async Task R23_nothing_is_offered_about_it_and_it_is_not_accepted_alone()
    {
        var scene = await Placed.OfAsync(_app);
        var (director, path) = (await _app.SignInAsync(scene.Pairs[0].Director), await scene.DirectorsPageAsync(0));
        var page = await director.OpenAsync(path);
        Assert.Null(page.Document.QuerySelector($"a[href='{path}/offer'], a[href='{path}/accept']"));
        Assert.EndsWith("/agree", (await director.OpenAsync($"{path}/accept")).Path, StringComparison.Ordinal);
        await using var scope = _app.Services.CreateAsyncScope();
        var application = await scene.ApplicationAsync(0);
        Assert.Equal(GroupRefusals.Whole, (await scope.ServiceProvider.GetRequiredService<BookingDesk>().AcceptAsync(Side.Venue, application, 1, 0, false, Ct)).Refusal);
        Assert.Equal(GroupRefusals.NoOffers, await _app.OfferAsync(await _app.WithDbAsync(db => db.Applications.SingleAsync(a => a.Id == application, Ct)), 450));
    }

    private Task<ApplicationState> StateAsync(Guid application) => _app.WithDbAsync(db => db.Applications.Where(a => a.Id == application).Select(a => a.State).SingleAsync(Ct));

    private static string[] Told(params Person[] people) => [.. people.Select(person => person.Email!).Order()];
}
