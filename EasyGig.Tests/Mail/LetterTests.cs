using AngleSharp.Html.Parser;
using EasyGig.Domain.Mails;
using EasyGig.Web.Mail;

namespace EasyGig.Tests.Mail;

public sealed class LetterTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Letter Confirmed = new("Confirmed: Zenith Trio", "Hi Ada,", ["It is settled.", "Bring:\na <b>piano</b> & a bow"], "You play there.")
    {
        Facts = [new("When", "1 May, 20:00"), new("Fee", "€300")],
        Button = new("Open the booking", new("https://easygig.example/bookings/1?a=1&b=2")),
    };

    private static OutgoingMail Sent(Letter letter, string culture = "it") => letter.To(new(null, "ada@example.com", culture), "confirmed", Now);

    [Fact]
    public void R38_a_letter_reads_well_as_plain_text() => Assert.Equal("""
        Hi Ada,

        It is settled.

        Bring:
        a <b>piano</b> & a bow

        When: 1 May, 20:00
        Fee: €300

        Open the booking:
        https://easygig.example/bookings/1?a=1&b=2

        --_
        You play there.

        """.Replace("--_", "-- ", StringComparison.Ordinal), Sent(Confirmed).Text);

    [Fact]
    public void R38_a_letter_is_a_page_that_says_its_language_and_holds_what_people_typed_as_text()
    {
        var page = new HtmlParser().ParseDocument(Sent(Confirmed).Html);

        Assert.Equal(("it", "Confirmed: Zenith Trio"), (page.DocumentElement.GetAttribute("lang"), page.Title));
        Assert.Empty(page.QuerySelectorAll("b, script, img, link"));
        Assert.Contains("a <b>piano</b> & a bow", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["When", "Fee"], page.QuerySelectorAll("dt").Select(label => label.TextContent));
        Assert.Equal("https://easygig.example/bookings/1?a=1&b=2", page.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void R38_a_letter_without_list_and_button_has_none()
    {
        var page = new HtmlParser().ParseDocument(Sent(new Letter("Hello", "Hi,", [], "Bye")).Html);
        Assert.Empty(page.QuerySelectorAll("dl, a"));
    }

    [Fact]
    public void R38_what_a_letter_leads_to_stands_beside_what_it_is_about()
    {
        var letter = Confirmed with { Facts = [new("Fri 5 Mar", "Blue Cellar\n€300", new("https://easygig.example/slots/1"))], Links = [new("No more", new("https://easygig.example/no?a=1&b=2"))] };
        var mail = Sent(letter);
        Assert.Contains("Fri 5 Mar: Blue Cellar\n€300\n  https://easygig.example/slots/1\n", mail.Text, StringComparison.Ordinal);
        Assert.EndsWith("You play there.\nNo more: https://easygig.example/no?a=1&b=2\n", mail.Text, StringComparison.Ordinal);
        var links = new HtmlParser().ParseDocument(mail.Html).QuerySelectorAll("a").Select(a => (a.TextContent, a.GetAttribute("href")!));
        Assert.Equal([("Blue Cellar€300", "https://easygig.example/slots/1"), ("Open the booking", "https://easygig.example/bookings/1?a=1&b=2"), ("No more", "https://easygig.example/no?a=1&b=2")], links);
    }

    [Theory]
    [InlineData("Zenith\r\nBcc: all@example.com", "Zenith Bcc: all@example.com")]
    [InlineData(" a\u0000\u2028 b\t\u0085c ", "a b c")]
    public void R38_a_name_cannot_add_a_header_through_the_subject(string subject, string line) =>
        Assert.Equal(line, Sent(new Letter(subject, "", [], "")).Subject);

    [Fact]
    public void R38_a_long_subject_is_cut() =>
        Assert.Equal(150, Sent(new Letter(new string('x', 500), "", [], "")).Subject.Length);

    [Theory]
    [InlineData("ada@example.com\r\nBcc: all@example.com", "Hello")]
    [InlineData("ada@example.com", "Hello\nBcc: all@example.com")]
    public void R38_a_mail_with_a_line_break_in_a_header_is_never_written(string to, string subject) =>
        Assert.Throws<ArgumentException>(() => new OutgoingMail("confirmed", new(null, to, "en"), new(subject, "", ""), Now));

    [Theory]
    [InlineData("/bookings/1")]
    [InlineData("javascript:alert(1)")]
    public void R38_a_button_leads_to_an_absolute_address(string link) =>
        Assert.Throws<ArgumentException>(() => new LetterLink("Open", new Uri(link, UriKind.RelativeOrAbsolute)));
}
