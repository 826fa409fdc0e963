using System.Globalization;
using EasyGig.Domain.Ratings;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Localization;

/// <summary>Ratings in words.</summary>
public static class RatingFormat
{
    /// <summary><c>4.6 of 5 · 12 ratings</c>, or that there is none.</summary>
    public static string Say(Reputation reputation, IStringLocalizer<Text> text) => reputation.Count switch
    {
        0 => text["no rating yet"],
        1 => text["{0} of 5 · one rating", reputation.Mean.ToString("0.0", CultureInfo.CurrentCulture)],
        var many => text["{0} of 5 · {1} ratings", reputation.Mean.ToString("0.0", CultureInfo.CurrentCulture), many.ToString("N0", CultureInfo.CurrentCulture)],
    };
}
