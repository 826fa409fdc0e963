namespace EasyGig.Domain.Ratings;

/// <summary>What others think of an artist or a venue: how many ratings there are, and the sum of their stars.</summary>
public readonly record struct Reputation(int Sum, int Count)
{
    /// <summary>A mean of few ratings is drawn to this one, as if so many of it had been given before.</summary>
    private const double UsualMean = 3.5;
    private const int UsualCount = 5;

    /// <summary>The mean as it was given, 1 to 5 stars; for readers, who see the count beside it.</summary>
    public double Mean => (double)Sum / Count;

    /// <summary>The mean to compare with, 1 to 5 stars: one rating of 5 does not beat a hundred of 4.9.</summary>
    /// <remarks>The Bayesian average (C·m + Σx) / (C + n), as rankings of films use it: with n ratings x of this one, and C ratings of the
    /// mean m believed in before anybody rated.</remarks>
    public double BayesianMean => (UsualCount * UsualMean + Sum) / (UsualCount + Count);
}
