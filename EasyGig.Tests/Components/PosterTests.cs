using Bunit;
using EasyGig.Web.Components;

namespace EasyGig.Tests.Components;

public sealed class PosterTests
{
    [Fact]
    public void A_poster_is_the_same_whenever_its_name_is_drawn_in_any_language() =>
        Assert.Equal(Draw("Zenith Trio", "en").Find("svg").InnerHtml, Draw("Zenith Trio", "it").Find("svg").InnerHtml);

    [Fact]
    public void The_drawing_of_a_name_never_changes()
    {
        var art = PosterDrawing.Of("Zenith Trio");
        Assert.Equal(("#1f5a41", 3), (art.Ground, art.Motif));
    }

    [Fact]
    public void A_poster_has_no_style_of_its_own_that_a_strict_policy_would_drop() =>
        Assert.DoesNotContain("style", Draw("Nightjar", "en").Markup, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("U2")]
    [InlineData("The Midnight Electric Orchestra of the Upper Valley and Friends")]
    [InlineData("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch")]
    [InlineData("<script>alert(1)</script>")]
    public void Any_name_fits_on_the_sheet(string name)
    {
        var art = PosterDrawing.Of(name);

        Assert.InRange(art.Lines.Count, 0, 4);
        Assert.All(art.Lines, line => Assert.InRange(line.Baseline - line.Size, 0, 382));
        Assert.Empty(Draw(name, "en").FindAll("script"));
    }

    private static IRenderedComponent<Poster> Draw(string name, string language) => Parts.Draw<Poster>(part => part.Add(p => p.Name, name), language);
}
