using System.ComponentModel.DataAnnotations;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Ratings;
using EasyGig.Web.Bookings;

namespace EasyGig.Web.Pages.Bookings;

/// <summary>What the sides of a booking think of each other, and the form for what the reader thinks.</summary>
public sealed record RatingForm(BookingView View)
{
    public RatingInput Input { get; init; } = new();

    /// <summary>The side for which the reader may rate the other; null when there is none. Who belongs to both rates for one after the other.</summary>
    public Party? Side => !Rating.IsOpen(View.Booking) ? null
        : ((Party?[])[Party.Artist, Party.Venue]).FirstOrDefault(side => View.IsOf(side!.Value) && View.Ratings.All(rating => rating.Side != side));

    /// <summary>Whom a side rates.</summary>
    public string Rated(Party side) => side is Party.Artist ? View.Venue : View.Artist;
}

public sealed class RatingInput
{
    public Party Side { get; set; }

    [Required(ErrorMessage = "ratings_stars"), Range(Rating.Least, Rating.Most, ErrorMessage = "ratings_stars"), Display(Name = "Stars")] public int? Stars { get; set; }

    [StringLength(1000), Display(Name = "What others should know (optional)")] public string? Text { get; set; }
}
