namespace EasyGig.Web.Hosting.Postgres;

/// <summary>
/// Counts the processes that use a cluster by locks on two files, which the system drops when a process is killed: each user
/// shares one lock; whoever starts or stops the server holds the other alone.
/// </summary>
internal static class ClusterUse
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2), Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for the turn to start or stop the server; dispose to give it back.</summary>
    public static async Task<IAsyncDisposable> TurnAsync(ClusterFolder folder, CancellationToken ct)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try { return new FileStream(folder.Gate, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
            catch (IOException) when (waited < Patience) { await Task.Delay(Pause, ct); }
        }
    }

    /// <summary>One more user, until it is disposed or killed.</summary>
    public static IAsyncDisposable Join(ClusterFolder folder) =>
        new FileStream(folder.Users, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);

    /// <summary>Whether nobody uses the cluster any more. Ask only in turn.</summary>
    public static bool IsOver(ClusterFolder folder)
    {
        try
        {
            new FileStream(folder.Users, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None).Dispose();
            return true;
        }
        catch (IOException) { return false; }
    }
}
