using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(EasyGig.Tests.Browser.Chromium))]

namespace EasyGig.Tests.Browser;

/// <summary>One Chromium for the run, launched by the first test that asks for a page: the one of EASYGIG_CHROMIUM, else of PATH.
/// Without one the test is skipped, and says so.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Missing = "No Chromium was found: run eng/need chromium, or set EASYGIG_CHROMIUM to its path.";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe"];
    private static readonly string[] Usual = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _launched = new(LaunchAsync);

    /// <summary>A page in a new profile: nothing is left of other tests. Its context is closed with the browser, or by the test.</summary>
    public async Task<IPage> NewPageAsync(Uri site, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(Path is null, Missing);
        var context = await (await _launched.Value).Browser.NewContextAsync(new(options ?? new()) { BaseURL = site.ToString() });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_launched is not { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) return;
        var (driver, browser) = await _launched.Value;
        await browser.DisposeAsync();
        driver.Dispose();
    }

    private static string? Path => Environment.GetEnvironmentVariable("EASYGIG_CHROMIUM") is { Length: > 0 } own
        ? own
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name))).Concat(Usual).FirstOrDefault(File.Exists);

    private static async Task<(IPlaywright, IBrowser)> LaunchAsync()
    {
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Quiet }));
    }
}
