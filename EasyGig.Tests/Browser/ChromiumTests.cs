using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace EasyGig.Tests.Browser;

public sealed class ChromiumTests(PgFixture pg, Chromium chromium)
{
    [Fact]
    public async Task A_real_browser_gets_the_client_libraries_from_the_site()
    {
        var database = await pg.NewDatabaseAsync();
        await using var site = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b
            .UseSetting("ConnectionStrings:EasyGig", database).UseSetting("urls", "http://127.0.0.1:0"));
        site.UseKestrel(0);
        site.StartServer();
        var page = await chromium.NewPageAsync(site.ClientOptions.BaseAddress);

        foreach (var file in new[] { "/icons.svg", "/lib/bootstrap/dist/css/bootstrap.min.css", "/lib/inter/files/inter-latin-wght-normal.woff2" })
            Assert.Equal(200, (await page.APIRequest.GetAsync(file)).Status);

        await page.GotoAsync("/icons.svg");
        Assert.Equal(1, await page.Locator("#calendar-event").CountAsync());
        Assert.DoesNotContain(await page.ViolationsAsync(), v => v.StartsWith("duplicate-id", StringComparison.Ordinal));
    }
}
