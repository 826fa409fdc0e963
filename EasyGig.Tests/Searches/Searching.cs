using EasyGig.Domain.Mails;
using EasyGig.Domain.Searches;
using EasyGig.Domain.Slots;
using EasyGig.Web.Identity;
using EasyGig.Web.Searches;
using EasyGig.Web.Slots;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Searches;

/// <summary>Somebody who keeps a search, and what they are told.</summary>
internal static class Searching
{
    extension(EasyGigApp app)
    {
        /// <summary>A search of one day, so that tests do not find each other's slots.</summary>
        /// <param name="person">Null for somebody new, with an artist at home in Bologna.</param>
        public async Task<(Person Person, Guid Search)> SearcherAsync(int inDays, SearchAlert alert = SearchAlert.AtOnce, Person? person = null, string more = "genre=rock", string name = "Rock nearby", int days = 0)
        {
            person ??= (await app.ArtistAsync()).Person;
            var day = TestClock.Start.AddDays(inDays);
            Assert.Null(await app.SaveAsync(person, $"/slots?{more}&from={day:yyyy-MM-dd}&to={day.AddDays(days):yyyy-MM-dd}", alert, name));
            return (person, await app.WithDbAsync(db => db.SearchesOf(person.Id).Where(s => s.Name == name).Select(s => s.Id).SingleAsync(Ct)));
        }

        public async Task<Domain.Refusal?> SaveAsync(Person person, string address, SearchAlert alert = SearchAlert.AtOnce, string name = "Rock nearby")
        {
            await using var scope = app.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SearchDesk>().SaveAsync(person.Id, address, name, alert, Ct);
        }

        /// <summary>Publishes drafts, as their director does.</summary>
        public async Task PublishAsync(params Slot[] drafts)
        {
            foreach (var draft in drafts)
            {
                await using var scope = app.Services.CreateAsyncScope();
                Assert.Null(await scope.ServiceProvider.GetRequiredService<SlotDesk>().PublishAsync(draft.Id, Ct));
            }
        }

        /// <summary>What somebody was told of their searches, the first mail first.</summary>
        public Task<List<OutgoingMail>> AlertsAsync(Person person) =>
            app.WithDbAsync(db => db.Mails.AsNoTracking().Where(m => m.PersonId == person.Id && m.Kind == "slot_published").OrderBy(m => m.Id).ToListAsync(Ct));

        public Task<SavedSearch> StoredAsync(Guid search) => app.WithDbAsync(db => db.Searches.AsNoTracking().SingleAsync(s => s.Id == search, Ct));
    }

    /// <summary>The slots that a mail lists, in its order.</summary>
    public static IReadOnlyList<Guid> Slots(this OutgoingMail mail) =>
        [.. mail.Text.Split('\n').Select(line => line.Split("/slots/")).Where(parts => parts.Length == 2).Select(parts => Guid.Parse(parts[1]))];

    /// <summary>Where a mail's small link leads that ends such mails, as a path of this site.</summary>
    public static string Ending(this OutgoingMail mail) => new Uri(mail.Text.Split('\n').Single(line => line.Contains("/account/unsubscribe?", StringComparison.Ordinal)).Split(": ")[^1]).PathAndQuery;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
