using EasyGig.Domain.Bookings;
using EasyGig.Web.Demo;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Demo;

/// <summary>The scene that is measured with writes rows by itself, so it has to keep up with the tables.</summary>
public sealed class ScaleSceneTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task A_scene_to_measure_with_fits_the_tables_as_they_are()
    {
        var ct = TestContext.Current.CancellationToken;
        await ScaleScene.LoadAsync(app.Owner.ConnectionString, ScaleScene.Smallest, new PasswordHasher<Person>(), ct);
        Assert.Equal(ScaleScene.Smallest, await app.WithDbAsync(db => db.Slots.CountAsync(ct)));
        Assert.NotEqual(0, await app.WithDbAsync(db => db.Bookings.CountAsync(b => b.State == BookingState.Confirmed, ct)));
    }
}
