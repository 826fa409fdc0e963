using Bunit;
using EasyGig.Domain;
using EasyGig.Web.Components;
using static EasyGig.Tests.Components.Parts;

namespace EasyGig.Tests.Components;

public sealed class TimePartsTests
{
    [Fact]
    public void A_date_block_shows_the_day_that_it_is_at_the_venue()
    {
        var lateInLondon = new DateTimeOffset(2026, 5, 8, 22, 30, 0, TimeSpan.Zero);
        var block = Draw<DateBlock>(part => part.Add(b => b.Start, lateInLondon).Add(b => b.Zone, Rome), "it");

        Assert.Equal("2026-05-09", block.Find("time").GetAttribute("datetime"));
        Assert.Equal(["sab", "9", "mag"], block.FindAll("span").Select(span => span.TextContent));
    }

    [Theory]
    [InlineData("en", "Sat 9 May 2026, 21:00–00:00 Europe/Rome (UTC+2) in 8 days")]
    [InlineData("it", "sab 9 mag 2026, 21:00–00:00 Europe/Rome (UTC+2) tra 8 giorni")]
    public void When_says_the_venues_time_its_zone_and_how_far_away_it_is(string language, string expected)
    {
        var start = Now.AddDays(8).AddHours(7);
        var when = Draw<When>(part => part.Add(w => w.Start, start).Add(w => w.End, start.AddHours(3)).Add(w => w.Zone, Rome)
            .Add(w => w.ShowZone, true).Add(w => w.Now, Now), language);

        Assert.Equal(expected, Visible(when.Find(".when").TextContent));
        Assert.Equal("2026-05-09T19:00Z", when.Find("time").GetAttribute("datetime"));
    }

    [Theory]
    [InlineData(72, "deadline ", "Due in 3 days Mon 4 May 2026, 14:00")]
    [InlineData(20, "deadline deadline-near", "Due in 20 hours Sat 2 May 2026, 10:00")]
    [InlineData(-30, "deadline deadline-past", "Was due yesterday Thu 30 Apr 2026, 08:00")]
    public void A_deadline_warns_when_it_is_near_and_says_when_it_has_passed(int hours, string looks, string words)
    {
        var deadline = Draw<Deadline>(part => part.Add(d => d.Due, Now.AddHours(hours)).Add(d => d.Zone, Rome).Add(d => d.Now, Now)).Find(".deadline");

        Assert.Equal((looks, words), (deadline.ClassName, Visible(deadline.TextContent)));
    }

    [Theory]
    [InlineData(0, "now")]
    [InlineData(1, "in 1 minute")]
    [InlineData(60, "in 1 hour")]
    [InlineData(26 * 60, "tomorrow")]
    [InlineData(-26 * 60, "yesterday")]
    [InlineData(90 * 24 * 60, "in 3 months")]
    public void Distances_are_said_as_people_say_them(int minutes, string words)
    {
        var when = Draw<When>(part => part.Add(w => w.Start, Now.AddMinutes(minutes)).Add(w => w.Zone, Rome).Add(w => w.Now, Now));
        Assert.Equal(words, when.Find(".when-distance").TextContent);
    }

    private static string Visible(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
