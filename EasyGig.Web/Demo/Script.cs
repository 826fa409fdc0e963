using System.Globalization;
using EasyGig.Domain.Artists;

namespace EasyGig.Web.Demo;

/// <summary>Writes what happens to a regular night, from its fate.</summary>
internal sealed class Script(Cast cast, Bidders bidders, Calendar calendar, Dice dice)
{
    // Parts of the time between the publication and the last day on which something can happen.
    private const double FirstBid = 0.08, Bidding = 0.52, Answer = 0.1, Choice = 0.8, Cancellation = 0.9;

    public Night Write(Night night, Fate fate)
    {
        if (fate is Fate.Draft) return night;
        var newest = calendar.Midnight.AddDays(fate is Fate.Open ? -1 - dice.Roll(4) : -5 - dice.Roll(9)); // an application waits for five days
        var published = fate is Fate.Open ? newest : Earlier(night.Time.Start.AddDays(-60), newest);
        var span = Earlier(night.Time.Start.AddDays(-3), calendar.Midnight) - published;
        DateTimeOffset At(double part) => Calendar.AtDaytime(published + span * part);

        var bids = fate is Fate.Quiet ? [] : bidders.For(night, 1 + dice.Roll(IsWeekend(night) ? 5 : 3));
        List<Deed> deeds = [new(At(0), Did.Publish)];
        for (var i = 0; i < bids.Count; i++)
            deeds.Add(new(At(BidAt(i)), Did.Apply, bids[i].Artist.Slug, bids[i].Fee, Message(bids[i].Artist, night, i)));
        if (fate is Fate.Open) deeds.AddRange(Answers(night, bids, At));
        if (fate is Fate.Cancelled) deeds.Add(new(At(Cancellation), Did.Cancel, Words: dice.Of(Director(night).Cancellations)));
        if (fate is Fate.Booked && bids.Count > 0) deeds.AddRange(Booking(night, [.. bids.Select(bid => bid.Artist.Slug)], span, At));
        return night with { Deeds = [.. deeds.OrderBy(deed => deed.At)] };

        double BidAt(int i) => FirstBid + Bidding * i / bids.Count;
    }

    /// <summary>The director answers some of them; the rest wait.</summary>
    private IEnumerable<Deed> Answers(Night night, IReadOnlyList<(ArtistLine Artist, decimal Fee)> bids, Func<double, DateTimeOffset> at)
    {
        var offered = false;
        for (var i = 0; i < bids.Count; i++)
        {
            var (artist, when) = (bids[i].Artist.Slug, FirstBid + Bidding * i / bids.Count + Answer);
            switch (dice.Roll(10))
            {
                case 0 or 1 or 2 or 3: yield return new(at(when), Did.Shortlist, artist); break;
                case 4 or 5: yield return new(at(when), Did.Decline, artist, Words: dice.Of(Director(night).Declines)); break;
                case 6: yield return new(at(when), Did.Withdraw, artist); break;
                case 7 when !offered:
                    offered = true;
                    yield return new(at(when), Did.Shortlist, artist);
                    foreach (var deed in Bargain(night, bids[i], at)) yield return deed;
                    break;
            }
        }
    }

    /// <summary>The venue offers a little less than was asked; every other artist meets it halfway.</summary>
    private static IEnumerable<Deed> Bargain(Night night, (ArtistLine Artist, decimal Fee) bid, Func<double, DateTimeOffset> at)
    {
        var (offered, halfway) = (Math.Max(night.Terms.Min, bid.Fee - 40), Math.Max(night.Terms.Min, bid.Fee - 20));
        yield return new(at(Choice), Did.Offer, bid.Artist.Slug, offered);
        if (night.Date.DayNumber % 2 == 0 && halfway > offered) yield return new(at(Cancellation), Did.Counter, bid.Artist.Slug, halfway);
    }

    private IEnumerable<Deed> Booking(Night night, IReadOnlyList<string> artists, TimeSpan span, Func<double, DateTimeOffset> at)
    {
        var winner = dice.Of(artists);
        foreach (var rival in artists.Where(artist => artist != winner && dice.Roll(3) == 0))
            yield return new(at(Choice - Answer), Did.Decline, rival, Words: dice.Of(Director(night).Declines));
        yield return new(at(Choice), dice.Roll(4) == 0 ? Did.AcceptAlone : Did.Accept, winner);
        if (night.Venue.House is { } house)
        {
            var decided = at(Choice + Math.Min(0.15, TimeSpan.FromDays(1.5) / span));
            var promoter = cast.Organisations.Single(organisation => organisation.Slug == house).Promoter;
            if (night.Time.Start > calendar.Now.AddDays(7) && dice.Roll(6) == 0)
            {
                yield return new(decided, Did.Reject, winner, Words: dice.Of(cast.PhrasesOf(promoter).Rejections));
                yield return new(decided.AddHours(3), Did.Stop); // the director chooses again
                yield break;
            }
            yield return new(decided, Did.Approve, winner);
        }
        var played = Calendar.AtDaytime(night.Time.End.AddHours(14));
        if (played < calendar.Midnight) yield return new(played, Did.Play, winner);
    }

    private string Message(ArtistLine artist, Night night, int number)
    {
        var phrases = cast.PhrasesOf(artist.Owner);
        var openers = artist.Kind is ArtistKind.Soloist ? phrases.Soloist : phrases.Band;
        var opener = openers[(night.Date.DayNumber + number) % openers.Length];
        return $"{string.Format(CultureInfo.InvariantCulture, opener, night.Venue.Name)} {artist.Pitch}";
    }

    private Phrases Director(Night night) => cast.PhrasesOf(night.Venue.Director);

    private static bool IsWeekend(Night night) => night.Date.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
