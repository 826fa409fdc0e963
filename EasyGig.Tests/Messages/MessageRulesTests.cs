using EasyGig.Domain.Bookings;
using EasyGig.Tests.Bookings;
using Npgsql;

namespace EasyGig.Tests.Messages;

/// <summary>What the database refuses the site's own user.</summary>
public sealed class MessageRulesTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Theory]
    [InlineData("ends_at + interval '720 hours'", null)]
    [InlineData("ends_at + interval '720 hours 1 second'", "messages_over")]
    public async Task R21_no_message_is_dated_later_than_30_days_after_the_show(string at, string? rule) =>
        Assert.Equal(rule, await RefusedAsync(Write(await BookedNight.ConfirmedAsync(app), at)));

    [Fact]
    public async Task R21_no_message_is_added_to_a_booking_that_fell()
    {
        var night = await BookedNight.ConfirmedAsync(app);
        await night.BecomeAsync(app, BookingState.Cancelled);
        Assert.Equal("messages_fallen", await RefusedAsync(Write(night, "starts_at")));
    }

    [Fact]
    public async Task R21_an_empty_message_is_none() =>
        Assert.Equal("messages_text_present", await RefusedAsync(Write(await BookedNight.ConfirmedAsync(app), "starts_at", "  ")));

    [Theory]
    [InlineData("UPDATE messages SET text = 'I never said that.'")]
    [InlineData("DELETE FROM messages")]
    [InlineData("DELETE FROM message_reads")]
    public async Task R21_what_was_written_stays(string sql)
    {
        var e = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
    }

    private static string Write(BookedNight night, string at, string text = "Hello.") =>
        $"INSERT INTO messages SELECT gen_random_uuid(), id, 'artist', '{night.Player.Id}', '{text}', {at} FROM bookings WHERE id = '{night.Booking}'";

    private async Task<string?> RefusedAsync(string sql)
    {
        try
        {
            await RunAsync(sql);
            return null;
        }
        catch (PostgresException e)
        {
            return e.ConstraintName;
        }
    }

    private async Task RunAsync(string sql)
    {
        await using var command = app.Site.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
