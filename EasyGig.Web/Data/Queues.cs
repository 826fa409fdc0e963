namespace EasyGig.Web.Data;

/// <summary>Where the visitors of one node stand while they wait for their turn, so that one of them at a time waits at the database: a
/// thousand who want the same evening would otherwise hold every connection, and nobody else would be served.</summary>
/// <remarks>Keys share a fixed number of queues. Two that meet in one only wait for each other; what stands beside what, the database says.</remarks>
internal sealed class Queues
{
    private readonly SemaphoreSlim[] _queues = [.. Enumerable.Range(0, 1024).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits until nobody of this node is at work under one of the keys; dispose to let the next one in.</summary>
    public async Task<IDisposable> PassAsync(IEnumerable<string> keys, CancellationToken ct)
    {
        var passed = new Passed();
        try
        {
            foreach (var queue in keys.Select(key => (uint)key.GetHashCode(StringComparison.Ordinal) % (uint)_queues.Length).Distinct().Order()) // always in one order
            {
                await _queues[queue].WaitAsync(ct);
                passed.Add(_queues[queue]);
            }
            return passed;
        }
        catch
        {
            passed.Dispose();
            throw;
        }
    }

    private sealed class Passed : List<SemaphoreSlim>, IDisposable
    {
        public void Dispose() => ForEach(queue => queue.Release());
    }
}
