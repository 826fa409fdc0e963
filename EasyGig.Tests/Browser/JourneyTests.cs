using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace EasyGig.Tests.Browser;

/// <summary>The main job, as three people do it in a real browser: register, publish a slot, find it, apply, accept, approve, everybody mailed.</summary>
public sealed class JourneyTests(PgFixture postgres, Chromium chromium) : Journey(postgres, chromium)
{
    [Fact]
    public async Task R15_from_an_empty_slot_to_a_confirmed_booking_with_a_mail_for_every_step()
    {
        var promoter = await RegisterAsync(Roles.Promoter, "Piero Valli", "piero@example.org");
        await promoter.GotoAsync("/promoter/organisation");
        await FillAsync(promoter, ("Name", "Night Shift"), ("City", "Bologna"), ("About", "Two people and a van."));
        await promoter.Locator("[name='Input.Kind']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await PressAsync(promoter, "Save");

        var director = await RegisterAsync(Roles.ArtDirector, "Dora Conti", "dora@example.org");
        await director.GotoAsync("/director/venue/new");
        await FillAsync(director, ("Name", "Blue Cellar"), ("Address", "Via del Pratello 1"), ("City", "Bologna"));
        await director.Locator("[name='Input.HousePromoterId']").SelectOptionAsync(new SelectOptionValue { Label = "Night Shift" });
        await PressAsync(director, "Add the venue");
        await StageAsync(director);
        await PublishAsync(director);

        var artist = await RegisterAsync(Roles.Artist, "Ada Rossi", "ada@example.org");
        await ProfileAsync(artist);
        await artist.GotoAsync("/slots?city=Bologna");
        await artist.Locator("main a[href^='/slots/']").First.ClickAsync();
        await FillAsync(artist, ("Message", "We would love to play in your cellar."), ("Fee", "400"));
        await PressAsync(artist, "Send the application");
        await Assertions.Expect(artist.Locator("main")).ToContainTextAsync("submitted", new() { IgnoreCase = true });
        await MailedAsync("applied", "dora@example.org");

        await director.GotoAsync("/director");
        await director.Locator("main a[href^='/director/applications/']").First.ClickAsync();
        if (!director.Url.EndsWith("/accept", StringComparison.Ordinal)) await director.Locator("a[href$='/accept']").First.ClickAsync();
        await Assertions.Expect(director.Locator("main")).ToContainTextAsync("Night Shift");
        await PressAsync(director, "Accept Zenith Trio");
        await MailedAsync("accepted", "piero@example.org");
        Assert.Equal(0, await MailsAsync("confirmed"));

        await promoter.GotoAsync("/promoter");
        await promoter.Locator("main a[href^='/bookings/']").First.ClickAsync();
        await PressAsync(promoter, "Approve the booking");
        await Assertions.Expect(promoter.Locator("main")).ToContainTextAsync("ada@example.org");
        foreach (var reader in (string[])["ada@example.org", "dora@example.org", "piero@example.org"]) await MailedAsync("confirmed", reader);

        await artist.GotoAsync("/artist");
        await Assertions.Expect(artist.Locator("main")).ToContainTextAsync("Blue Cellar");
    }

    private async Task<IPage> RegisterAsync(string role, string name, string email)
    {
        var page = await PhoneAsync();
        page.SetDefaultTimeout(20_000);
        await page.GotoAsync("/account/register");
        await page.Locator($"#role-{role}").CheckAsync();
        await FillAsync(page, ("Name", name), ("Email", email), ("Password", EasyGigApp.Password));
        await PressAsync(page, "Register");
        await page.GotoAsync(await App.LinkOfAsync(email, "confirm_email"));
        await PressAsync(page, "Confirm");
        await FillAsync(page, ("Email", email), ("Password", EasyGigApp.Password));
        await PressAsync(page, "Sign in");
        return page;
    }

    private async Task StageAsync(IPage director)
    {
        var venue = await App.WithDbAsync(db => db.Venues.Select(v => v.Id).SingleAsync());
        await director.GotoAsync($"/director/venue/{venue}/stages/new");
        await FillAsync(director, ("Name", "Cellar"), ("Capacity", "120"), ("Changeover", "20"));
        await PressAsync(director, "Add the stage");
    }

    private async Task PublishAsync(IPage director)
    {
        await director.GotoAsync("/director/slots/new");
        await FillAsync(director, ("Date", $"{App.Clock.Now.AddDays(30):yyyy-MM-dd}"), ("From", "21:00"), ("To", "23:30"), ("MinFee", "300"), ("MaxFee", "500"), ("Notes", "Two sets."));
        await TickAsync(director, "jazz");
        await PressAsync(director, "Publish");
        await Assertions.Expect(director.Locator("main")).ToContainTextAsync("open", new() { IgnoreCase = true });
    }

    private static async Task ProfileAsync(IPage artist)
    {
        await artist.GotoAsync("/artist/profile");
        await artist.Locator("[name='Input.Kind'][value='Band']").CheckAsync();
        await TickAsync(artist, "jazz", "swing");
        await artist.Locator("[name='Input.Category']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await FillAsync(artist, ("Name", "Zenith Trio"), ("City", "Bologna"), ("Fee", "400"), ("Links", "https://example.org/listen"), ("Bio", "Three people."), ("Rider", "Water."));
        await PressAsync(artist, "Save the profile");
    }
}
