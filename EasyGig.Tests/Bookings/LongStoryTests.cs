using EasyGig.Domain.Facts;
using EasyGig.Web.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Facts;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Bookings;

/// <summary>A booking of which there is more to tell than a page tells.</summary>
public sealed class LongStoryTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R39_of_a_long_story_the_latest_is_told_and_its_people_keep_their_names()
    {
        var house = await (await Booked.OfAsync(app, reviewed: true)).ApprovedAsync();
        await app.WithDbAsync(db =>
        {
            db.Audit.AddRange(Enumerable.Range(1, 250).Select(number => new AuditEntry
            {
                At = app.Clock.Now, PersonId = house.Promoter!.Id, Fact = FactKind.FileAttached, VenueId = house.Venue.Id, ArtistId = house.Band.Id,
                SlotId = house.Slot.Id, ApplicationId = house.Application.Id, BookingId = house.Booking, Reason = $"File {number}",
            }));
            return db.SaveChangesAsync(Booked.Ct);
        });
        await using (var mails = app.Owner.CreateCommand($"""
            INSERT INTO mails SELECT (jsonb_populate_record(one.m, jsonb_build_object('id', 'ffffffff-0000-7000-8000-' || lpad(n::text, 12, '0'), 'address', n || '@example.org'))).*
            FROM (SELECT m FROM mails m WHERE booking_id = '{house.Booking}' LIMIT 1) one, generate_series(1, 250) n
            """)) await mails.ExecuteNonQueryAsync(Booked.Ct);
        await using var scope = app.Services.CreateAsyncScope();

        var history = await scope.ServiceProvider.GetRequiredService<History>().OfAsync(house.Application.Id, house.Artist.Id, Booked.Ct);
        var told = await scope.ServiceProvider.GetRequiredService<BookingReader>().MailsAsync(await house.StoredAsync(), Booked.Ct);

        Assert.Equal(Enumerable.Range(51, 200).Select(number => $"File {number}"), history.Select(line => line.Quote));
        Assert.All(history, line => Assert.Contains("Piero Valli (Night Shift)", line.Text, StringComparison.Ordinal)); // approved before the first of these
        Assert.Equal(Enumerable.Range(51, 200).Select(number => $"{number}@example.org"), told.Select(mail => mail.Address));
    }
}
