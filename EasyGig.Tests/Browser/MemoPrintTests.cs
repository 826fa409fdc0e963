using System.Text;
using System.Text.RegularExpressions;
using EasyGig.Web.Identity;
using Microsoft.Playwright;

namespace EasyGig.Tests.Browser;

public sealed class MemoPrintTests(SiteTour tour, Chromium chromium) : IClassFixture<SiteTour>
{
    [Fact]
    public async Task R19_a_memo_is_printed_on_one_page_of_A4_without_the_site_around_it()
    {
        var page = await chromium.NewPageAsync(tour.Address);
        await page.GotoAsync("/account/login");
        await page.FillAsync("[name='Input.Email']", tour.People[Roles.Artist].Email!);
        await page.FillAsync("[name='Input.Password']", EasyGigApp.Password);
        await page.ClickAsync("main form .btn-primary");
        await page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));
        await page.GotoAsync(tour.Stops["/Bookings/Memo"][0].Path);

        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Single(Regex.Matches(pdf, @"/Type\s*/Page\b"));
        var size = Regex.Match(pdf, @"/MediaBox \[0 0 (\d+)[.\d]* (\d+)");
        Assert.Equal(("594", "841"), (size.Groups[1].Value, size.Groups[2].Value)); // points: 210 by 297 mm

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var around in (string[])[".site-header", ".site-footer", ".page-tabs", ".page-header", ".lead"])
            Assert.True(await page.Locator(around).First.IsHiddenAsync(), around);
        Assert.True(await page.Locator(".memo h2").IsVisibleAsync());
        await page.Context.CloseAsync();
    }
}
