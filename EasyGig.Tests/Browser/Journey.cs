using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace EasyGig.Tests.Browser;

/// <summary>A site of its own, served over the network, and what people do with it in a real browser.</summary>
public abstract class Journey(PgFixture postgres, Chromium chromium) : IAsyncLifetime
{
    protected EasyGigApp App { get; } = new(postgres);

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        App.UseKestrel(0);
        App.StartServer();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A phone with a browser in which nobody is signed in.</summary>
    protected Task<IPage> PhoneAsync() => chromium.NewPageAsync(App.ClientOptions.BaseAddress, new() { ViewportSize = new() { Width = 390, Height = 844 }, Locale = "en-GB" });

    protected async Task<IPage> SignInAsync(Person person)
    {
        var page = await PhoneAsync();
        await page.GotoAsync("/account/login");
        await FillAsync(page, ("Email", person.Email!), ("Password", EasyGigApp.Password));
        await page.Locator("[name='Input.Remember']").First.CheckAsync(); // journeys wind the clock on
        await PressAsync(page, "Sign in");
        return page;
    }

    /// <param name="fields">Each under its name in the form, without what stands before the dot where that is <c>Input</c>.</param>
    protected static async Task FillAsync(IPage page, params (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields) await page.Locator($"[name='{(field.Contains('.', StringComparison.Ordinal) ? field : $"Input.{field}")}']").FillAsync(value);
    }

    /// <summary>Presses a button; nothing may be refused.</summary>
    protected static async Task PressAsync(IPage page, string button)
    {
        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync(),
            answer => answer.Request.IsNavigationRequest && answer.Status is < 300 or >= 400);
        await Assertions.Expect(page.Locator(".validation-summary")).ToHaveCountAsync(0);
    }

    /// <summary>Opens the group of the first genre and ticks each.</summary>
    protected static async Task TickAsync(IPage page, params string[] genres)
    {
        await page.Locator($"details:has([value='{genres[0]}']) > summary").ClickAsync();
        foreach (var genre in genres) await page.Locator($"[name='Input.Genres'][value='{genre}']").CheckAsync();
    }

    protected static Task ReadsAsync(IPage page, string words) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(words, new() { IgnoreCase = true });

    protected Task<int> MailsAsync(string kind) => App.WithDbAsync(db => db.Mails.CountAsync(m => m.Kind == kind));

    protected async Task MailedAsync(string kind, string address) =>
        Assert.Equal(1, await App.WithDbAsync(db => db.Mails.CountAsync(m => m.Kind == kind && m.Address == address)));
}
