namespace EasyGig.Tests.Races;

/// <summary>Several people, one moment.</summary>
internal static class Race
{
    /// <summary>How often a storm comes: long ones only when they are asked for (EASYGIG_SOAK=1).</summary>
    public static int Rounds(int usually, int soak = 40) => Environment.GetEnvironmentVariable("EASYGIG_SOAK") == "1" ? soak : usually;

    /// <summary>Returns once somebody waits for what another has locked in that database; fails where nobody does.</summary>
    public static Task SomebodyWaitsAsync(EasyGigApp app) => TwoNodes.UntilAsync(async () =>
    {
        await using var command = app.Owner.CreateCommand("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')");
        return (bool)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
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
