using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Genres;

namespace EasyGig.Tests;

public sealed class ValueTests
{
    private static readonly DateTimeOffset Noon = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 60, 60, 120, false)]
    [InlineData(0, 61, 60, 120, true)]
    [InlineData(60, 120, 0, 60, false)]
    [InlineData(70, 80, 60, 120, true)]
    public void Periods_that_only_touch_do_not_overlap(int a, int b, int c, int d, bool overlap) =>
        Assert.Equal(overlap, new Period(Noon.AddMinutes(a), Noon.AddMinutes(b)).Overlaps(new(Noon.AddMinutes(c), Noon.AddMinutes(d))));

    [Fact]
    public void A_period_has_a_length() => Assert.Throws<ArgumentOutOfRangeException>(() => new Period(Noon, Noon));

    [Theory]
    [InlineData("EUR", "10.005", "10.00")]
    [InlineData("EUR", "10.015", "10.02")]
    [InlineData("JPY", "10.5", "10")]
    [InlineData("KWD", "1.0005", "1.000")]
    public void Money_rounds_once_half_to_even_to_the_minor_unit(string currency, string amount, string rounded) =>
        Assert.Equal(decimal.Parse(rounded, System.Globalization.CultureInfo.InvariantCulture),
            Money.Round(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency).Amount);

    [Theory]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("")]
    public void A_currency_is_three_capital_letters(string currency) => Assert.Throws<ArgumentException>(() => new Money(1, currency));

    [Fact]
    public void Money_finer_than_its_minor_unit_is_a_mistake() => Assert.Throws<ArgumentException>(() => new Money(1.005m, "EUR"));

    [Fact]
    public void Words_are_read_back_as_they_are_written()
    {
        Assert.Equal("pending_review", Word.Of(BookingState.PendingReview));
        Assert.Equal(BookingState.PendingReview, Word.Read<BookingState>("pending_review"));
        Assert.Null(Word.Read<BookingState>("PendingReview"));
        Assert.Null(Word.Read<BookingState>(null));
    }

    [Fact]
    public void A_set_of_genres_keeps_its_numbers()
    {
        var set = GenreSet.Of([0, 63, 64, 127]);
        Assert.Equal([0, 63, 64, 127], set.Numbers);
        Assert.Equal(4, set.Count);
        Assert.True(set.Has(127));
        Assert.False(set.Has(1));
        Assert.True(set.Meets(GenreSet.Of([64])));
        Assert.False(set.Meets(GenreSet.Of([65])));
        Assert.Throws<ArgumentOutOfRangeException>(() => GenreSet.Of([128]));
    }
}
