using System.Net;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Mails;
using EasyGig.Domain.Slots;
using EasyGig.Web.Demo;
using EasyGig.Web.Identity;
using EasyGig.Web.WaitingLists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Demo;

/// <summary>The demo data as it lies in the database, and as its people find it.</summary>
public sealed class DemoSceneTests(EasyGigApp app) : IClassFixture<EasyGigApp>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await LoadAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_second_load_changes_nothing()
    {
        var before = await CountsAsync();
        Assert.False(await LoadAsync());
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task It_has_twelve_venues_thirty_artists_and_every_state()
    {
        Assert.Equal((12, 30, 4), await app.WithDbAsync(async db => (await db.Venues.CountAsync(Ct), await db.Artists.CountAsync(Ct), await db.Organisations.CountAsync(Ct))));
        var slots = await app.WithDbAsync(db => db.Slots.AsNoTracking().ToListAsync(Ct));
        Assert.Equal(Enum.GetValues<SlotState>().Order(), slots.Select(slot => slot.StateAt(TestClock.Start)).Distinct().Order());
        Assert.Equal(Enum.GetValues<ApplicationState>(),
            await app.WithDbAsync(async db => (await db.Applications.Select(a => a.State).Distinct().ToListAsync(Ct)).Order()));
        Assert.Equal([BookingState.PendingReview, BookingState.Confirmed, BookingState.Rejected, BookingState.Played, BookingState.Cancelled],
            await app.WithDbAsync(async db => (await db.Bookings.Select(b => b.State).Distinct().ToListAsync(Ct)).Order()));
        Assert.Equal([MailState.Queued, MailState.Sent, MailState.Failed],
            await app.WithDbAsync(async db => (await db.Mails.Select(m => m.State).Distinct().ToListAsync(Ct)).Order()));
    }

    [Fact]
    public async Task Nobody_has_been_left_without_an_answer_for_five_days()
    {
        var unanswered = await app.WithDbAsync(db => db.Applications.Where(a => a.State == ApplicationState.Submitted && db.Slots.Any(s => s.Id == a.SlotId && s.Time.Start > TestClock.Start)).Select(a => a.ExpiresAt).ToListAsync(Ct));
        Assert.NotEmpty(unanswered);
        Assert.All(unanswered, end => Assert.True(end > TestClock.Start, $"{end}"));
    }

    [Fact]
    public async Task Reviews_are_due_tomorrow_and_one_is_overdue()
    {
        var bookings = await app.WithDbAsync(db => db.Bookings.AsNoTracking().Where(b => b.State == BookingState.PendingReview).ToListAsync(Ct));
        Assert.Single(bookings, booking => booking.MayDecide(Reviewer.Director, TestClock.Start));
        Assert.Equal(3, bookings.Count(booking => booking.ReviewDueAt!.Value.Date == TestClock.Start.Date.AddDays(1)));
    }

    [Fact]
    public async Task What_happened_is_told_in_order_and_nobody_is_told_twice()
    {
        var times = await app.WithDbAsync(db => db.Audit.OrderBy(entry => entry.Id).Select(entry => entry.At).ToListAsync(Ct));
        Assert.Equal(times.Order(), times);
        Assert.All(times, time => Assert.True(time <= TestClock.Start));
        var mails = await app.WithDbAsync(db => db.Mails.AsNoTracking().ToListAsync(Ct));
        Assert.InRange(mails.Count(mail => mail.State is MailState.Queued), 1, 24);
        Assert.Equal(mails.Count, mails.DistinctBy(mail => (mail.Kind, mail.Address, mail.SlotId, mail.Subject, mail.CreatedAt)).Count());
        Assert.All(mails, mail => Assert.DoesNotContain("Mail.", mail.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_slot_goes_down_its_waiting_list_and_a_group_waits_for_its_last_yes()
    {
        var slot = await app.WithDbAsync(db => db.Slots.AsNoTracking().SingleAsync(s => s.AskedUntil != null, Ct));
        Assert.InRange(slot.AskedUntil!.Value, TestClock.Start.AddHours(24), TestClock.Start.AddHours(48));
        Assert.Equal(["Le Lampare", "Bellini Quartet"], await app.WithDbAsync(db => db.WaitingFor(slot.Id).Select(waiting => waiting.Artist).ToListAsync(Ct)));
        var group = await app.WithDbAsync(db => db.Groups.AsNoTracking().SingleAsync(Ct));
        Assert.Equal((GroupState.Submitted, 1, 2), (group.State, group.Yeses, group.Pairs.Count));
    }

    public static TheoryData<string, string, string> Today => new(
        ("giulia", "/artist", "/artist/applications/"), ("marco", "/artist", "/artist/applications/"), ("marco", "/artist", "/artist/holds#"),
        ("teresa", "/director", "/director/applications/"), ("luca", "/director", "/director/applications/"), ("luca", "/director", "/director/holds"),
        ("sara", "/promoter", "/bookings/"), ("sara", "/promoter", "/promoter/groups/"), ("paolo", "/promoter", "/bookings/"),
        ("nora", "/admin", "/admin/"));

    [Theory, MemberData(nameof(Today))]
    public async Task Everybody_on_the_list_signs_in_and_finds_something_to_do(string name, string home, string work)
    {
        var account = DemoAccounts.All.Single(account => account.Email.StartsWith(name, StringComparison.Ordinal));
        var visitor = app.Open();
        var login = await visitor.OpenAsync("/account/login");
        Assert.Contains(account.Email, login.Document.Body!.TextContent, StringComparison.Ordinal);
        var today = await visitor.SubmitAsync(login, "Sign in", ("Input.Email", account.Email), ("Input.Password", DemoAccounts.Password));
        Assert.Equal((home, HttpStatusCode.OK), (today.Path, today.Status));
        Assert.NotEmpty(today.Document.QuerySelectorAll($"main a[href^='{work}']"));
    }

    private async Task<bool> LoadAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemoScene>().LoadAsync(onlyIfEmpty: false, Ct);
    }

    private Task<int[]> CountsAsync() => app.WithDbAsync(async db => new[]
    {
        await db.Users.CountAsync(Ct), await db.Slots.CountAsync(Ct), await db.Applications.CountAsync(Ct), await db.Bookings.CountAsync(Ct),
        await db.Audit.CountAsync(Ct), await db.Mails.CountAsync(Ct), await db.Notices.CountAsync(Ct),
    });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
