namespace EasyGig.Web.Demo;

/// <summary>Plans the nights of every venue, from five weeks ago to three months ahead: first those that have a story, then
/// the regular ones around them.</summary>
internal sealed class Season(Cast cast, Bidders bidders, Calendar calendar, Dice dice)
{
    private const int FirstWeek = -5, LastWeek = 12;

    /// <summary>Those of a hundred nights that are booked, open, open without applicants, and cancelled; the rest are drafts.
    /// Nearer than three days nothing waits for anybody any more.</summary>
    private static readonly (int Before, int Booked, int Open, int Quiet, int Cancelled)[] Chances =
        [(3, 74, 0, 16, 10), (21, 60, 32, 4, 4), (56, 24, 62, 10, 4), (int.MaxValue, 4, 34, 30, 2)];

    public IReadOnlyList<Night> Plan()
    {
        List<Night> nights = [.. cast.Stories.Select(Story)];
        nights.ForEach(bidders.Take);
        foreach (var stop in Tour.Stops) bidders.Take(stop.Artist, stop.DateIn(calendar));
        var script = new Script(cast, bidders, calendar, dice);
        for (var week = FirstWeek; week <= LastWeek; week++)
            foreach (var venue in cast.Venues)
                for (var i = 0; i < venue.Nights.Length; i++)
                {
                    var (regular, date) = (venue.Nights[i], calendar.Day(week * 7, venue.Nights[i].On));
                    if ((week - FirstWeek + i) % regular.Every != 0 || nights.Exists(night => night.Takes(venue, regular.Stage, date))) continue;
                    nights.Add(script.Write(new(venue, regular.Stage, date, regular.Hours, regular.Terms, [], Told: false), Draw(date)));
                }
        return nights;
    }

    private Night Story(StoryLine story) => new(
        cast.Venues.Single(venue => venue.Slug == story.Venue), story.Stage, calendar.Day(story.In, story.On), story.Hours, story.Terms,
        [.. story.Deeds.Select(deed => new Deed(calendar.Ago(deed.Ago), deed.Did, deed.Who, deed.Fee, deed.Words, deed.Clock)).OrderBy(deed => deed.At)], Told: true);

    private Fate Draw(DateOnly date)
    {
        var ahead = date.DayNumber - calendar.Today.DayNumber;
        var (_, booked, open, quiet, cancelled) = Chances.First(chances => ahead < chances.Before);
        var roll = dice.Roll(100);
        return roll < booked ? Fate.Booked
            : roll < booked + open ? Fate.Open
            : roll < booked + open + quiet ? Fate.Quiet
            : roll < booked + open + quiet + cancelled ? Fate.Cancelled
            : Fate.Draft;
    }
}

/// <summary>How a regular night ends.</summary>
internal enum Fate { Draft, Quiet, Open, Booked, Cancelled }
