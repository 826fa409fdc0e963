using System.Diagnostics;
using EasyGig.Web.Hosting.Health;
using Microsoft.Extensions.Options;

namespace EasyGig.Tests.Hosting;

public sealed class DrainingTests
{
    [Fact]
    public async Task A_node_waits_as_long_as_it_was_told_and_no_longer_than_it_may()
    {
        var (began, drain) = (Stopwatch.GetTimestamp(), new Draining(Options.Create(new HealthSettings { Drain = TimeSpan.FromSeconds(0.2) }), TimeProvider.System));
        await drain.StoppingAsync(TestContext.Current.CancellationToken);
        Assert.True(Stopwatch.GetElapsedTime(began) >= TimeSpan.FromSeconds(0.19));

        using var hurry = new CancellationTokenSource();
        var stopping = new Draining(Options.Create(new HealthSettings { Drain = TimeSpan.FromHours(1) }), TimeProvider.System).StoppingAsync(hurry.Token);
        Assert.False(stopping.IsCompleted);
        await hurry.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopping);
    }
}
