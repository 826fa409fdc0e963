using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Identity;

namespace EasyGig.Web.Demo;

internal static class DemoSetup
{
    /// <summary>Loads the demo data into a database that has no people yet, in Development and unless <c>EasyGig:Demo</c> is
    /// false. Call it when the site has started: the mails carry its address.</summary>
    public static async Task LoadDemoAsync(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() || !app.Configuration.GetValue("EasyGig:Demo", defaultValue: true)) return;
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoScene>().LoadAsync(onlyIfEmpty: true, app.Lifetime.ApplicationStopping);
    }

    /// <summary>The command <c>seed --demo</c>: says whether it loaded the demo data or found it there.</summary>
    public static async Task SeedDemoAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var loaded = await scope.ServiceProvider.GetRequiredService<DemoScene>().LoadAsync(onlyIfEmpty: false, app.Lifetime.ApplicationStopping);
        Console.WriteLine(loaded ? "The demo data is loaded." : "The demo data is there already; nothing was changed.");
        await app.AnnounceDemoAsync();
    }

    /// <summary>The command <c>seed --scale N</c>.</summary>
    public static async Task SeedScaleAsync(this WebApplication app, int slots)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ScaleScene.LoadAsync(app.OwnerConnection(), slots, scope.ServiceProvider.GetRequiredService<IPasswordHasher<Person>>(), app.Lifetime.ApplicationStopping);
    }

    /// <summary>Prints whom one may sign in as.</summary>
    public static async Task AnnounceDemoAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = await scope.ServiceProvider.GetRequiredService<DemoAccounts>().ListAsync(app.Lifetime.ApplicationStopping);
        if (accounts.Count == 0) return;
        Console.WriteLine($"Demo accounts, all with the password {DemoAccounts.Password}");
        foreach (var account in accounts) Console.WriteLine($"  {account.Email,-22}{account.Role,-13}{account.Name}");
    }
}
