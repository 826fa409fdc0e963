using EasyGig.Domain;
using EasyGig.Domain.Attachments;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Files;
using EasyGig.Web.Attachments;
using EasyGig.Web.Bookings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EasyGig.Tests.Races;

/// <summary>Several people say something of one day at once, on two nodes.</summary>
public sealed class DayRaceTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R2h_of_twelve_files_that_come_at_once_ten_find_a_place()
    {
        var booking = await BookingAsync();
        var text = FileCheck.Document("Two guitars."u8, "a").File!;

        var refusals = await AtOnceAsync<AttachmentDesk>(12, (desk, number) => desk.AddAsync(booking, Party.Artist, AttachmentKind.TechRider, text, $"{number}.txt", Ct));

        Assert.Equal(10, refusals.Count(rule => rule is null));
        Assert.Equal(2, refusals.Count(rule => rule == AttachmentRefusals.Count.Rule));
        Assert.Equal(Enumerable.Range(0, 10), await app.WithDbAsync(db => db.Attachments.Where(a => a.BookingId == booking).OrderBy(a => a.Place).Select(a => a.Place).ToListAsync(Ct)));
    }

    [Fact]
    public async Task R2d_of_six_who_write_the_first_run_of_show_at_once_one_has_written_it_and_the_others_are_told()
    {
        var booking = await BookingAsync();

        var refusals = await AtOnceAsync<DayDesk>(6, (desk, number) => desk.PlanAsync(booking, default, $"{number}", version: 0, Ct));

        Assert.Equal(1, refusals.Count(rule => rule is null));
        Assert.Equal(5, refusals.Count(rule => rule == Refusal.Stale.Rule));
        Assert.Equal(1, await app.WithDbAsync(db => db.Mails.CountAsync(m => m.BookingId == booking && m.Kind == "run_of_show_changed", Ct)));
    }

    [Fact]
    public async Task R4_neither_plan_nor_file_lands_on_a_booking_that_is_cancelled_at_that_moment()
    {
        var text = FileCheck.Document("Two guitars."u8, "a").File!;
        Assert.Equal(AttachmentRefusals.Over, await WhileItFallsAsync<AttachmentDesk>((desk, booking) => desk.AddAsync(booking, Party.Artist, AttachmentKind.TechRider, text, "a.txt", Ct)));
        Assert.Equal(RunOfShowRefusals.Over, await WhileItFallsAsync<DayDesk>((desk, booking) => desk.PlanAsync(booking, default, "Load in at the back.", version: 0, Ct)));
    }

    private async Task<Refusal?> WhileItFallsAsync<TDesk>(Func<TDesk, Guid, Task<Refusal?>> act) where TDesk : notnull
    {
        var booking = await BookingAsync();
        await using var other = await app.Owner.OpenConnectionAsync(Ct);
        await using var falling = await other.BeginTransactionAsync(Ct);
        await using var cancel = new NpgsqlCommand($"UPDATE bookings SET state = 'cancelled', cancelled_by = 'venue', reason = 'The roof leaks.' WHERE id = '{booking}'", other, falling);
        await cancel.ExecuteNonQueryAsync(Ct);
        await using var scope = app.Services.CreateAsyncScope();
        var acting = act(scope.ServiceProvider.GetRequiredService<TDesk>(), booking);
        await Race.SomebodyWaitsAsync(app);
        await falling.CommitAsync(Ct);
        return await acting;
    }

    private async Task<Guid> BookingAsync() => (await app.BookingAsync((await app.VenueAsync()).Venue, (await app.ArtistAsync()).Artist)).Booking;

    private async Task<IReadOnlyList<string?>> AtOnceAsync<TDesk>(int count, Func<TDesk, int, Task<Refusal?>> act) where TDesk : notnull
    {
        IServiceProvider[] nodes = [app.Services, app.AddNode().Services];
        return await Race.AtOnceAsync(Enumerable.Range(0, count).Select(number => (Func<Task<string?>>)(async () =>
        {
            await using var scope = nodes[number % 2].CreateAsyncScope();
            return (await act(scope.ServiceProvider.GetRequiredService<TDesk>(), number))?.Rule;
        })));
    }
}
