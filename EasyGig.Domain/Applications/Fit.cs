using EasyGig.Domain.Artists;
using EasyGig.Domain.Ratings;
using EasyGig.Domain.Slots;

namespace EasyGig.Domain.Applications;

public enum FitPart { Genre, Distance, Fee, Rating, Category, Record }

/// <summary>How near two sets of genres are.</summary>
public enum GenreMatch { None, Group, Shared }

/// <summary>How an artist has kept to what was agreed so far.</summary>
public enum PlayingRecord { New, BrokeOne, KeptAll, PlayedHere }

/// <summary>What an artist's fit for a slot is computed from.</summary>
/// <param name="Km">From the artist's home to the venue.</param>
/// <param name="Asked">The fee that the artist asks for.</param>
/// <param name="Reputation">The artist's.</param>
public sealed record FitFacts(
    GenreMatch Genre, double Km, Money Asked, Category Category, SlotTerms Terms, PlayingRecord Record, Reputation Reputation = default);

/// <summary>What one part of the fit contributes, and why.</summary>
/// <param name="Why">The resource of the sentence, with <paramref name="Arguments"/>.</param>
public sealed record FitPoints(FitPart Part, int Points, int Most, string Why, params object[] Arguments);

/// <summary>How well an artist and a slot fit, 0 to 100; the sum of whole points, so that what is shown adds up.</summary>
public sealed record Fit(IReadOnlyList<FitPoints> Parts)
{
    /// <summary>Beyond this distance, km, it contributes nothing.</summary>
    public const int FarthestKm = 300;

    public int Score => Parts.Sum(part => part.Points);

    public static Fit Of(FitFacts facts) => new([Genre(facts), Distance(facts), Fee(facts), Rating(facts), Category(facts), Record(facts)]);

    private static FitPoints Genre(FitFacts facts) => facts.Genre switch
    {
        GenreMatch.Shared => new(FitPart.Genre, 30, 30, "fit.genre.shared"),
        GenreMatch.Group => new(FitPart.Genre, 15, 30, "fit.genre.group"),
        _ => new(FitPart.Genre, 0, 30, "fit.genre.none"),
    };

    private static FitPoints Distance(FitFacts facts) =>
        new(FitPart.Distance, Whole(20 * (1 - facts.Km / FarthestKm)), 20, "fit.distance", Math.Round(facts.Km));

    /// <summary>In full up to the range's end, falling to nothing at twice that.</summary>
    private static FitPoints Fee(FitFacts facts)
    {
        var (asked, most) = (facts.Asked.Amount, facts.Terms.MaxFee);
        if (facts.Asked.Currency != facts.Terms.Currency) return new(FitPart.Fee, 0, 20, "fit.fee.currency", facts.Asked.Currency, facts.Terms.Currency);
        if (asked <= most) return new(FitPart.Fee, 20, 20, "fit.fee.within");
        return new(FitPart.Fee, most == 0 ? 0 : Whole(20 * (double)(2 - asked / most)), 20, "fit.fee.above");
    }

    /// <summary>1 to 5 stars are nothing to 15 points.</summary>
    private static FitPoints Rating(FitFacts facts)
    {
        var points = Whole(15 * (facts.Reputation.BayesianMean - 1) / 4);
        return facts.Reputation.Count switch
        {
            0 => new(FitPart.Rating, points, 15, "fit.rating.none"),
            1 => new(FitPart.Rating, points, 15, "fit.rating.one", facts.Reputation.Mean),
            var many => new(FitPart.Rating, points, 15, "fit.rating", facts.Reputation.Mean, many),
        };
    }

    private static FitPoints Category(FitFacts facts) => facts.Terms.Category switch
    {
        null => new(FitPart.Category, 10, 10, "fit.category.any"),
        { } wanted when wanted == facts.Category => new(FitPart.Category, 10, 10, "fit.category.same"),
        _ => new(FitPart.Category, 0, 10, "fit.category.other"),
    };

    private static FitPoints Record(FitFacts facts) => facts.Record switch
    {
        PlayingRecord.PlayedHere => new(FitPart.Record, 5, 5, "fit.record.here"),
        PlayingRecord.KeptAll => new(FitPart.Record, 5, 5, "fit.record.kept"),
        PlayingRecord.BrokeOne => new(FitPart.Record, 0, 5, "fit.record.broke"),
        _ => new(FitPart.Record, 0, 5, "fit.record.new"),
    };

    private static int Whole(double points) => (int)Math.Round(Math.Max(0, points), MidpointRounding.AwayFromZero);
}
