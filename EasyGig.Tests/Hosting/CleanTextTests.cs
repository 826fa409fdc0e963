using System.Net;
using EasyGig.Web.Hosting;

namespace EasyGig.Tests.Hosting;

public sealed class CleanTextTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Theory]
    [InlineData("a\uFFFEb\uFFFFc\uFDD0d\uFDEF\U0001FFFEe", "abcde")]
    [InlineData("\uFFFD\0\u0007 Caffe\u0301 \ud800", "Caffé")]
    [InlineData("one\r\n\ttwo 🎸", "one\r\n\ttwo 🎸")]
    public void What_nobody_types_is_left_out(string typed, string clean) => Assert.Equal(clean, CleanText.Clean(typed));

    [Theory]
    [InlineData("/slots?city=%EF%BF%BE", HttpStatusCode.OK)]
    [InlineData("/slots?region=%EF%BF%BF&cursor=%EF%B7%90", HttpStatusCode.OK)]
    [InlineData("/artists/%EF%BF%BE", HttpStatusCode.NotFound)]
    [InlineData("/venues/%EF%BF%BE", HttpStatusCode.NotFound)]
    [InlineData("/account/login?ReturnUrl=%EF%BF%BE", HttpStatusCode.OK)]
    [InlineData("/account/reset-password?Id=%EF%BF%BE&Token=%EF%BF%BE", HttpStatusCode.OK)]
    public async Task It_breaks_no_page(string path, HttpStatusCode status) => Assert.Equal(status, (await app.Open().OpenAsync(path)).Status);

    [Fact]
    public async Task It_breaks_no_sign_in()
    {
        var visitor = app.Open();
        var page = await visitor.SubmitAsync(await visitor.OpenAsync("/account/login"), "Sign in", ("Input.Email", "ada\uFFFE@example.org"), ("Input.Password", "\uFFFE wrong \uFFFF"));
        Assert.Contains("do not match", page.Text, StringComparison.Ordinal);
    }
}
