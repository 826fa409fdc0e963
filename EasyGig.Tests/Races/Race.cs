using EasyGig.Web.Data;
using Npgsql;

namespace EasyGig.Tests.Races;

/// <summary>Several people, one moment.</summary>
internal static class Race
{
    /// <summary>How often a storm comes: long ones only when they are asked for (EASYGIG_SOAK=1).</summary>
    public static int Rounds(int usually, int soak = 40) => Environment.GetEnvironmentVariable("EASYGIG_SOAK") == "1" ? soak : usually;

    /// <summary>Returns once somebody waits for what another has locked in that database; fails where nobody does.</summary>
    public static Task SomebodyWaitsAsync(EasyGigApp app) => WaitAsync(app, 1);

    /// <summary>Lets two act at once who want the same turn, and says who is first: both stand before the turn, in that order, before it is given to anybody.</summary>
    /// <param name="turn">As <see cref="Turn"/> names it.</param>
    /// <returns>What came of the first, and of the second.</returns>
    public static async Task<(T First, T Second)> InOrderAsync<T>(EasyGigApp app, string turn, Func<Task<T>> first, Func<Task<T>> second)
    {
        await using var connection = await app.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var take = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended(@turn, 0))", connection, transaction) { Parameters = { new("turn", turn) } })
            await take.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var one = Task.Run(first);
        await WaitAsync(app, 1);
        var two = Task.Run(second);
        await WaitAsync(app, 2);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return (await one, await two);
    }

    private static Task WaitAsync(EasyGigApp app, int count) => TwoNodes.UntilAsync(async () =>
    {
        await using var command = app.Owner.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))! >= count;
    });

    /// <summary>Lets everybody act at once; nobody begins before all stand ready.</summary>
    public static async Task<T[]> AtOnceAsync<T>(IEnumerable<Func<Task<T>>> acts)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = acts.Select(act => Task.Run(async () =>
        {
            await start.Task;
            return await act();
        })).ToList();
        start.SetResult();
        return await Task.WhenAll(running);
    }
}
