using AngleSharp.Dom;
using System.Net.Http.Headers;

namespace EasyGig.Tests.Browser;

public sealed class WeightTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const int Most = 200_000;

    [Fact]
    public async Task A_first_visit_brings_less_than_200_kilobytes_of_styles_scripts_and_fonts()
    {
        var page = await app.Open().OpenAsync("/");
        var files = page.Document.QuerySelectorAll("link[rel=stylesheet], link[rel=preload], link[rel=icon], script").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Append("/icons.svg").ToList();
        Assert.All(files, file => Assert.StartsWith("/", file, StringComparison.Ordinal)); // nothing from another site

        using var http = app.CreateClient();
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        var weights = await Task.WhenAll(files.Select(async file => (file, (await http.GetByteArrayAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken)).Length)));
        var sum = weights.Sum(weight => weight.Length);
        TestContext.Current.SendDiagnosticMessage("{0} bytes", sum);
        Assert.True(sum < Most, $"{sum} bytes: {string.Join(", ", weights)}");
    }
}
