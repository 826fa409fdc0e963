using Npgsql;

namespace EasyGig.Web.Mail;

/// <summary>What is in the outbox and has not gone out.</summary>
public sealed class Backlog(NpgsqlDataSource database, TimeProvider clock)
{
    /// <returns>How many mails wait, and how long the longest has done so beyond the moment at which a sender should have taken it.</returns>
    public async Task<(long Waiting, TimeSpan Overdue)> ReadAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand("SELECT count(*), min(due_at) FROM mails WHERE state IN ('queued', 'sending')");
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var late = await reader.IsDBNullAsync(1, ct) ? TimeSpan.Zero : clock.GetUtcNow() - reader.GetFieldValue<DateTimeOffset>(1);
        return (reader.GetInt64(0), late > TimeSpan.Zero ? late : TimeSpan.Zero);
    }
}
