using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Slots;
using EasyGig.Web.Bookings;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Applications;

/// <summary>When a slot takes an application, and from whom.</summary>
public sealed class ApplyInTimeTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const string Send = "Send the application";

    private async Task<(Slot Slot, Person Person, Artist Artist)> SceneAsync(int inDays = 30)
    {
        var (_, venue) = await app.VenueAsync();
        var (person, artist) = await app.ArtistAsync();
        return (await app.SlotAsync(venue, inDays), person, artist);
    }

    private Task<int> CountAsync(Slot slot) => app.WithDbAsync(db => db.Applications.CountAsync(a => a.SlotId == slot.Id));

    [Fact]
    public async Task R10_exactly_48_hours_before_is_in_time_and_a_second_later_is_not()
    {
        var (slot, person, _) = await SceneAsync(inDays: 10);
        var visitor = await app.SignInAsync(person);
        var page = await visitor.OpenAsync($"/slots/{slot.Id}");
        try
        {
            app.Clock.Now = slot.Time.Start.AddHours(-48).AddSeconds(1);
            var late = await visitor.SubmitAsync(page, Send, ("Input.Message", "Hello"));
            Assert.Contains("less than 48 hours", late.Text);
            Assert.Equal(0, await CountAsync(slot));

            app.Clock.Now = slot.Time.Start.AddHours(-48);
            await visitor.SubmitAsync(page, Send, ("Input.Message", "Hello"));
            Assert.Equal(1, await CountAsync(slot));
        }
        finally
        {
            app.Clock.Now = TestClock.Start;
        }
    }

    [Fact]
    public async Task R10_a_slot_that_is_gone_takes_no_application()
    {
        var (slot, person, _) = await SceneAsync();
        var visitor = await app.SignInAsync(person);
        var page = await visitor.OpenAsync($"/slots/{slot.Id}");
        await app.WithDbAsync(async db => (await db.Slots.SingleAsync(s => s.Id == slot.Id)).Cancel([], "Flooded.", TestClock.Start) ?? await db.TrySaveAsync(default));

        var refused = await visitor.SubmitAsync(page, Send, ("Input.Message", "Hello"));

        Assert.Contains("takes no applications any more", refused.Text);
        Assert.Equal(0, await CountAsync(slot));
    }

    [Fact]
    public async Task R10_terms_that_changed_meanwhile_are_shown_before_anything_is_sent()
    {
        var (slot, person, _) = await SceneAsync();
        var visitor = await app.SignInAsync(person);
        var page = await visitor.OpenAsync($"/slots/{slot.Id}");
        await app.WithDbAsync(async db =>
        {
            var stored = await db.Slots.SingleAsync(s => s.Id == slot.Id);
            var stage = await db.Stages.SingleAsync(s => s.Id == stored.StageId);
            return stored.Change(stage, stored.Time, stored.Terms with { MaxFee = 420 }, [], TestClock.Start) ?? await db.TrySaveAsync(default);
        });

        var refused = await visitor.SubmitAsync(page, Send, ("Input.Message", "Hello"), ("Input.Fee", 400));
        Assert.Contains("The slot has changed in the meantime.", refused.Text);
        Assert.Contains("€300–€420", refused.Text);
        Assert.Equal(0, await CountAsync(slot));

        await visitor.SubmitAsync(refused, Send);
        Assert.Equal(1, await CountAsync(slot));
    }

    [Fact]
    public async Task R10_who_is_confirmed_elsewhere_at_that_time_reads_where()
    {
        var (slot, person, artist) = await SceneAsync(inDays: 60);
        var (_, elsewhere) = await app.VenueAsync("The Other Place");
        var application = await app.ApplicationAsync(await app.SlotAsync(elsewhere, 60, fromHour: 22.5), artist);
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Null((await scope.ServiceProvider.GetRequiredService<BookingDesk>().AcceptAsync(Side.Venue, application.Id, application.TermsVersion, 0, false, TestContext.Current.CancellationToken)).Refusal);

        var visitor = await app.SignInAsync(person);
        var refused = await visitor.SubmitAsync(await visitor.OpenAsync($"/slots/{slot.Id}"), Send, ("Input.Message", "Hello"));

        Assert.Contains("You already play at The Other Place", refused.Text);
        Assert.Equal(0, await CountAsync(slot));
    }
}
