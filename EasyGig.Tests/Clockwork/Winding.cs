using EasyGig.Web.Clockwork;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Clockwork;

/// <summary>Turns the clock, and lets come what is due.</summary>
internal static class Winding
{
    extension(EasyGigApp app)
    {
        /// <summary>Turns the clock to a moment; all that is due by then comes.</summary>
        public async Task WindAsync(DateTimeOffset to)
        {
            app.Clock.Now = to;
            await app.TickAsync();
        }

        /// <summary>Lets come what is due, on one node.</summary>
        /// <param name="node">Null for the first.</param>
        public async Task TickAsync(WebApplicationFactory<Program>? node = null)
        {
            var ticker = (node ?? app).Services.GetRequiredService<Ticker>();
            while (await ticker.TickAsync(TestContext.Current.CancellationToken) > 0) { }
        }

        /// <summary>The rows are what the tables say that is awaited, no more and no less, and nothing that is due by the clock waits.</summary>
        public async Task AssertWoundAsync()
        {
            await using var command = app.Owner.CreateCommand("""
                SELECT count(*) FROM (SELECT kind, subject, due_at FROM awaited EXCEPT SELECT kind, subject, due_at FROM deadlines) forgotten
                UNION ALL SELECT count(*) FROM (SELECT kind, subject, due_at FROM deadlines WHERE ran_at IS NULL EXCEPT SELECT kind, subject, due_at FROM awaited) left_over
                """);
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken)) Assert.Equal(0, reader.GetInt64(0));
            Assert.Equal(0, await app.WithDbAsync(db => db.Deadlines.CountAsync(d => d.RanAt == null && d.DueAt <= app.Clock.Now)));
        }
    }
}
