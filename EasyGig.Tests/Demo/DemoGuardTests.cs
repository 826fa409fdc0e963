using EasyGig.Web.Demo;
using EasyGig.Web.Hosting;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EasyGig.Tests.Demo;

/// <summary>Where the demo data must not go.</summary>
public sealed class DemoGuardTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static readonly IHostEnvironment Production = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Production }).Environment;
    private static readonly IHostEnvironment Development = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Development }).Environment;

    [Fact]
    public async Task Outside_development_it_is_refused()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var scene = ActivatorUtilities.CreateInstance<DemoScene>(scope.ServiceProvider, Production);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => scene.LoadAsync(onlyIfEmpty: false, TestContext.Current.CancellationToken));
        Assert.Equal(DemoScene.Refused, refused.Message);
        Assert.Equal(1, Commands.Refuse(["seed", "--demo"], Production));
    }

    [Fact]
    public async Task A_database_that_has_people_is_left_alone()
    {
        await app.PersonAsync(Roles.Artist);
        await using var scope = app.Services.CreateAsyncScope();
        Assert.False(await scope.ServiceProvider.GetRequiredService<DemoScene>().LoadAsync(onlyIfEmpty: true, TestContext.Current.CancellationToken));
        Assert.False(await app.WithDbAsync(db => db.Venues.AnyAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void Commands_that_nobody_knows_are_refused_and_settings_are_none()
    {
        Assert.Equal(2, Commands.Refuse(["sed"], Development));
        Assert.Equal(2, Commands.Refuse(["seed"], Development));
        Assert.Null(Commands.Refuse(["seed", "--demo"], Development));
        Assert.Null(Commands.Refuse(["migrate"], Production));
        Assert.Null(Commands.Refuse(["--EasyGig:Demo=false"], Production));
        Assert.Null(Commands.Refuse([], Production));
    }
}
